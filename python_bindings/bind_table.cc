#include <nanobind/ndarray.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <cmath>

#include "python_bindings/arrow_stream.h"
#include "python_bindings/bind.h"
#include "python_bindings/run_result.h"
#include "python_bindings/summary_columns.h"
#include "python_bindings/table.h"

namespace nb = nanobind;

namespace python {
namespace {

using Shared = std::shared_ptr<const Table>;

using Handle = TableHandle;

const Column& column_of(const Handle& handle, std::size_t index) {
  if (index >= handle.table->columns().size()) throw nb::index_error("the table has no such column");
  return handle.table->columns()[index];
}

// A view that keeps the table alive.
nb::object values(const Handle& handle, std::size_t index) {
  const Column& column = column_of(handle, index);
  const nb::capsule owner(new Shared(handle.table),
                          [](void* shared) noexcept { delete static_cast<Shared*>(shared); });
  return std::visit(
      [&]<class T>(const std::vector<T>& all) {
        return nb::cast(nb::ndarray<nb::numpy, const T, nb::ndim<1>>(all.data(), {all.size()}, owner));
      },
      column.values);
}

const char* meaning(const Handle& handle, std::size_t index) {
  switch (column_of(handle, index).meaning) {
    case Meaning::kTime:
      return "time";
    case Meaning::kText:
      return "text";
    case Meaning::kNumber:
      break;
  }
  return "number";
}

template <class Struct>
nb::capsule capsule(std::unique_ptr<Struct> filled, const char* name) {
  return nb::capsule(filled.release(), name, [](void* pointer) noexcept {
    auto* one = static_cast<Struct*>(pointer);
    if (one->release != nullptr) one->release(one);
    delete one;
  });
}

nb::capsule arrow_schema(const Handle& handle) {
  auto schema = std::make_unique<ArrowSchema>();
  fill_schema(*handle.table, *schema);
  return capsule(std::move(schema), "arrow_schema");
}

nb::capsule arrow_stream(const Handle& handle) {
  auto stream = std::make_unique<ArrowArrayStream>();
  fill_stream(handle.table, *stream);
  return capsule(std::move(stream), "arrow_array_stream");
}

using Matrix = nb::ndarray<const double, nb::ndim<2>, nb::c_contig, nb::device::cpu>;

// Of each row; NaN is left out.
nb::object summaries(const Matrix& values) {
  std::vector<studies::Summary> rows;
  for (std::size_t i = 0; i < values.shape(0); ++i) {
    std::vector<double> observed;
    for (std::size_t j = 0; j < values.shape(1); ++j) {
      if (!std::isnan(values(i, j))) observed.push_back(values(i, j));
    }
    rows.push_back(studies::summarise(observed));
  }
  Table table;
  add_summaries(table, "", rows);
  return nb::cast(Handle{std::move(table).finish()});
}

// Name, meaning, values and words of each column.
nb::list state_of(const Handle& handle) {
  nb::list columns;
  for (std::size_t i = 0; i < handle.table->columns().size(); ++i) {
    const Column& column = column_of(handle, i);
    columns.append(
        nb::make_tuple(column.name, static_cast<int>(column.meaning), values(handle, i), column.words));
  }
  return columns;
}

template <class T>
bool take(Column& column, const nb::object& values) {
  nb::ndarray<const T, nb::ndim<1>, nb::c_contig, nb::device::cpu> array;
  if (!nb::try_cast(values, array, false)) return false;
  column.values.emplace<std::vector<T>>(array.data(), array.data() + array.size());
  return true;
}

void set_state(Handle& handle, const nb::list& columns) {
  Table table;
  for (const nb::handle one : columns) {
    const auto parts = nb::cast<nb::tuple>(one);
    Column& column =
        table.column(nb::cast<std::string>(parts[0]), static_cast<Meaning>(nb::cast<int>(parts[1])));
    const nb::object values = parts[2];
    if (!take<std::int64_t>(column, values) && !take<std::uint64_t>(column, values) &&
        !take<std::int32_t>(column, values) && !take<double>(column, values))
      throw nb::type_error("a column is of numbers that tables do not have");
    column.words = nb::cast<std::vector<std::string>>(parts[3]);
  }
  new (&handle) Handle{std::move(table).finish()};
}

}  // namespace

nb::object table_object(std::shared_ptr<const Table> table) {
  return table == nullptr ? nb::none() : nb::cast(Handle{std::move(table)});
}

nb::object table_object(const std::shared_ptr<JoinedTable>& records) {
  if (records == nullptr) return nb::none();
  return table_object(without_gil([&records] { return records->get(); }));
}

void bind_table(nb::module_& module) {
  nb::class_<Handle>(module, "Table", "Columns of equal length, constant.")
      .def_prop_ro("rows", [](const Handle& self) { return self.table->rows(); })
      .def_prop_ro("names",
                   [](const Handle& self) {
                     std::vector<std::string> names;
                     for (const Column& column : self.table->columns()) names.push_back(column.name);
                     return names;
                   })
      .def("values", &values, nb::arg("index"), "Of one column, read-only and without a copy.",
           nb::sig("def values(self, index: int) -> numpy.typing.NDArray[typing.Any]"))
      .def("meaning", &meaning, nb::arg("index"), "'number', 'time' (seconds since 1970) or 'text' (places).")
      .def(
          "words", [](const Handle& self, std::size_t index) { return column_of(self, index).words; },
          nb::arg("index"), "What the numbers of a 'text' column stand for; -1: nothing.")
      .def("__getstate__", &state_of, nb::sig("def __getstate__(self) -> list[tuple[typing.Any, ...]]"))
      .def("__setstate__", &set_state, nb::arg("columns"),
           nb::sig("def __setstate__(self, columns: list[tuple[typing.Any, ...]]) -> None"))
      .def("arrow_schema", &arrow_schema, nb::sig("def arrow_schema(self) -> object"))
      .def("arrow_stream", &arrow_stream, nb::sig("def arrow_stream(self) -> object"));
  module.def("summaries", &summaries, nb::arg("values"), "Of each row of a matrix, NaN left out.",
             nb::sig("def summaries(values: numpy.typing.NDArray[numpy.float64]) -> Table"));
}

}  // namespace python
