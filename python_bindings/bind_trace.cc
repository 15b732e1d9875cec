#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <memory>

#include "python_bindings/bind.h"
#include "python_bindings/run_result.h"
#include "python_bindings/train_trace.h"
#include "python_bindings/waiting.h"

namespace nb = nanobind;

namespace python {
namespace {

// A trace and the GIL: neither its run nor its end is waited for with it. Threads of Python may read and
// close it at once: whoever reads keeps it alive.
class Reader {
 public:
  explicit Reader(std::shared_ptr<TrainTrace> trace) : trace_(std::move(trace)) {}
  ~Reader() { close(); }

  // The next table; None: there is no more.
  nb::object next() {
    while (const std::shared_ptr<TrainTrace> now = trace_) {
      require_no_end();
      bool ended = false;
      std::shared_ptr<const Table> table = without_gil([&] {
        std::shared_ptr<const Table> one = now->next(kLookEvery);
        ended = one == nullptr && now->has_ended();
        return one;
      });
      require_no_end();  // a trace that was stopped looks like one that has ended
      if (table != nullptr) return table_object(std::move(table));
      if (ended) close();
      if (PyErr_CheckSignals() != 0) throw nb::python_error();
    }
    return nb::none();
  }
  void close() {
    std::shared_ptr<TrainTrace> last = std::move(trace_);  // with the GIL
    if (last == nullptr) return;
    last->stop();
    without_gil([&last] { last.reset(); });
  }

 private:
  std::shared_ptr<TrainTrace> trace_;
};

std::shared_ptr<Reader> trace(std::shared_ptr<ValidScenario> scenario, const std::vector<std::string>& places,
                              const std::vector<std::string>& kinds, const std::vector<std::uint64_t>& trains,
                              std::uint64_t seed, std::uint32_t replication, std::size_t rows) {
  const TraceFilter filter{places, kinds, trains};
  return std::make_shared<Reader>(prepared(
      [&] { return std::make_shared<TrainTrace>(std::move(scenario), filter, seed, replication, rows); }));
}

}  // namespace

void bind_trace(nb::module_& module) {
  nb::class_<Reader>(module, "TraceReader", "What happens to trains, table by table.")
      .def("next", &Reader::next, nb::sig("def next(self) -> Table | None"))
      .def("close", &Reader::close);
  module.def("trace", &trace, nb::arg("scenario"), nb::kw_only(), nb::arg("places"), nb::arg("kinds"),
             nb::arg("trains"), nb::arg("seed"), nb::arg("replication"), nb::arg("rows"));
}

}  // namespace python
