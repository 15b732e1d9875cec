#include "python_bindings/train_trace.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "models/model_tables.h"
#include "models/watched_replication.h"

namespace python {
namespace {

constexpr std::size_t kMostWaiting = 2;  // tables

std::vector<bool> wanted_kinds(const std::vector<std::string>& names) {
  if (names.empty()) return {};
  std::vector<bool> wanted(rail::kTrainEventKinds, false);
  for (const std::string& name : names) {
    std::size_t kind = 0;
    while (kind < rail::kTrainEventKinds && name != to_string(static_cast<rail::TrainEventKind>(kind)))
      ++kind;
    if (kind == rail::kTrainEventKinds)
      throw std::invalid_argument(fmt::format("there is no kind `{}`", name));
    wanted[kind] = true;
  }
  return wanted;
}

template <class Thing>
bool mark(const std::vector<Thing>& things, const std::string& id, std::vector<bool>& wanted) {
  for (std::size_t i = 0; i < things.size(); ++i) {
    if (things[i].id != id) continue;
    wanted[i] = true;
    return true;
  }
  return false;
}

template <class Thing>
std::vector<std::string> ids(const std::vector<Thing>& things) {
  std::vector<std::string> all;
  for (const Thing& thing : things) all.push_back(thing.id);
  return all;
}

std::vector<std::string> kind_words() {
  std::vector<std::string> words;
  for (std::size_t kind = 0; kind < rail::kTrainEventKinds; ++kind)
    words.emplace_back(to_string(static_cast<rail::TrainEventKind>(kind)));
  return words;
}

// Texts that may be there several times, and where the first of each stands among the different ones.
struct Words {
  std::vector<std::string> different;
  std::vector<std::int32_t> codes;

  void add(const std::string& word) {
    const auto found = std::find(different.begin(), different.end(), word);
    codes.push_back(static_cast<std::int32_t>(found - different.begin()));
    if (found == different.end()) different.push_back(word);
  }
};

// Resources, then terminals.
Words servers(const rail::Model& model) {
  Words all;
  for (const rail::ResourceInput& one : model.input().resources) all.add(one.id);
  for (const rail::TerminalInfo& one : model.terminals())
    all.add(fmt::format("{}.{}", model.input().points[one.point].id, one.name));
  return all;
}

// By pool.
Words formers(const rail::Model& model) {
  Words all;
  for (std::uint32_t pool = 0; pool < model.tables().pools.size(); ++pool) all.add(model.formed_by(pool));
  return all;
}

std::int32_t code(std::uint32_t index) {
  return index == rail::kNone ? -1 : static_cast<std::int32_t>(index);
}

}  // namespace

struct TrainTrace::Batch {
  Batch(const rail::Model& of, std::int64_t start_utc) : model(of), start(start_utc) {}

  void add(const rail::TrainEvent& event, std::uint32_t line) {
    const rail::StationTable& station = model.tables().stations[event.station];
    columns->time.push_back(start + event.time);
    columns->kind.push_back(static_cast<std::int32_t>(event.kind));
    columns->point.push_back(code(station.point));
    columns->line.push_back(code(line));
    columns->passing_place.push_back(station.point == rail::kNone ? static_cast<std::int32_t>(station.place)
                                                                  : 0);
    columns->server.push_back(server_of(event));
    columns->train.push_back(event.train);
    columns->formed_by.push_back(formed.codes[event.pool]);
    columns->direction.push_back(static_cast<std::int32_t>(event.direction));
    columns->gauge.push_back(event.gauge_mm);
    columns->containers.push_back(event.containers);
    columns->teu.push_back(event.teu);
  }
  std::int32_t server_of(const rail::TrainEvent& event) const {
    if (event.what == rail::Watched::kResource) return serving.codes[event.of];
    if (event.what == rail::Watched::kTerminal)
      return serving.codes[model.input().resources.size() + event.of];
    return -1;
  }
  std::size_t rows() const { return columns->time.size(); }
  std::shared_ptr<const Table> take() {
    std::shared_ptr<const Table> table = std::move(columns->table).finish();
    columns = std::make_unique<Columns>(*this);
    return table;
  }

  struct Columns {
    explicit Columns(const Batch& batch)
        : time(table.times("time")),
          kind(table.codes("kind", kind_words())),
          point(table.codes("point", ids(batch.model.input().points))),
          line(table.codes("line", ids(batch.model.input().lines))),
          passing_place(table.small_integers("passing_place")),
          server(table.codes("resource", batch.serving.different)),
          train(table.identities("train")),
          formed_by(table.codes("formed_by", batch.formed.different)),
          direction(table.codes(
              "direction", {to_string(rail::Direction::kWestbound), to_string(rail::Direction::kEastbound)})),
          gauge(table.small_integers("gauge_mm")),
          containers(table.small_integers("containers")),
          teu(table.small_integers("teu")) {}

    Table table;
    std::vector<std::int64_t>& time;
    std::vector<std::int32_t>&kind, &point, &line, &passing_place, &server;
    std::vector<std::uint64_t>& train;
    std::vector<std::int32_t>&formed_by, &direction, &gauge, &containers, &teu;
  };

  const rail::Model& model;
  std::int64_t start;
  Words serving = servers(model), formed = formers(model);
  std::unique_ptr<Columns> columns = std::make_unique<Columns>(*this);
};

TrainTrace::TrainTrace(std::shared_ptr<ValidScenario> scenario, const TraceFilter& filter, std::uint64_t seed,
                       std::uint32_t replication, std::size_t rows)
    : scenario_(std::move(scenario)),
      model_(scenario_->model()),
      rows_(rows),
      kinds_(wanted_kinds(filter.kinds)),
      trains_(filter.trains.begin(), filter.trains.end()) {
  const rail::ModelInput& input = model_->input();
  if (!filter.places.empty()) {
    points_.resize(input.points.size(), false);
    lines_.resize(input.lines.size(), false);
  }
  for (const std::string& id : filter.places) {
    const bool is_point = mark(input.points, id, points_);
    if (!mark(input.lines, id, lines_) && !is_point)
      throw std::invalid_argument(fmt::format("there is no point or line `{}`", id));
  }
  batch_ = std::make_unique<Batch>(*model_, scenario_->scenario().count_from_utc() - input.spin_up_s);
  thread_ = std::thread([this, seed, replication] { work(seed, replication); });
}

TrainTrace::~TrainTrace() {
  stop();
  thread_.join();
}

void TrainTrace::stop() {
  stop_.store(true);
  const std::lock_guard lock(mutex_);
  changed_.notify_all();
}

std::uint32_t TrainTrace::line_of(const rail::TrainEvent& event) const {
  if (event.what == rail::Watched::kTrack) return model_->tables().tracks[event.of].line;
  return model_->tables().stations[event.station].line;
}

bool TrainTrace::wants(const rail::TrainEvent& event, std::uint32_t line) const {
  if (!kinds_.empty() && !kinds_[static_cast<std::size_t>(event.kind)]) return false;
  if (!trains_.empty() && trains_.count(event.train) == 0) return false;
  if (points_.empty()) return true;
  const std::uint32_t point = model_->tables().stations[event.station].point;
  return (point != rail::kNone && points_[point]) || (line != rail::kNone && lines_[line]);
}

void TrainTrace::see(const rail::TrainEvent& event) {
  if (stop_.load()) return;
  const std::uint32_t line = line_of(event);
  if (!wants(event, line)) return;
  batch_->add(event, line);
  if (batch_->rows() >= rows_) hand_over();
}

void TrainTrace::hand_over() {
  std::shared_ptr<const Table> table = batch_->take();
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.size() < kMostWaiting || stop_.load(); });
  waiting_.push_back(std::move(table));
  changed_.notify_all();
}

void TrainTrace::work(std::uint64_t seed, std::uint32_t replication) {
  try {
    rail::ReplicationOptions options;
    options.seed = seed;
    options.replication = replication;
    options.interrupt = &stop_;
    rail::run_watched_replication(*model_, options, *this);
    if (batch_->rows() > 0 && !stop_.load()) hand_over();
  } catch (...) {
    error_ = std::current_exception();
  }
  const std::lock_guard lock(mutex_);
  ended_ = true;
  changed_.notify_all();
}

std::shared_ptr<const Table> TrainTrace::next(std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, time, [this] { return !waiting_.empty() || ended_; });
  if (waiting_.empty()) {
    if (ended_ && error_) std::rethrow_exception(error_);
    return nullptr;
  }
  std::shared_ptr<const Table> table = std::move(waiting_.front());
  waiting_.pop_front();
  changed_.notify_all();
  return table;
}

bool TrainTrace::has_ended() {
  const std::lock_guard lock(mutex_);
  return ended_ && waiting_.empty();
}

}  // namespace python
