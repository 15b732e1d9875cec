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

bool mark(const std::vector<std::string>& words, const std::string& word, std::vector<bool>& wanted) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return false;
  wanted[static_cast<std::size_t>(found - words.begin())] = true;
  return true;
}

bool is_marked(const std::vector<bool>& wanted, std::int32_t code) {
  return code >= 0 && wanted[static_cast<std::size_t>(code)];
}

std::vector<std::string> kind_words() {
  std::vector<std::string> words;
  for (std::size_t kind = 0; kind < rail::kTrainEventKinds; ++kind)
    words.emplace_back(to_string(static_cast<rail::TrainEventKind>(kind)));
  return words;
}

std::int32_t code(std::uint32_t index) {
  return index == rail::kNone ? -1 : static_cast<std::int32_t>(index);
}

}  // namespace

struct TrainTrace::Where {
  std::int32_t point = -1, line = -1, server = -1;  // as ModelWords has them
};

TrainTrace::Where TrainTrace::where(const rail::TrainEvent& event) const {
  const rail::ModelTables& tables = model_->tables();
  const rail::StationTable& station = tables.stations[event.station];
  Where where{code(station.point), code(station.line), -1};
  if (event.what == rail::Watched::kTrack) where.line = code(tables.tracks[event.of].line);
  if (event.what == rail::Watched::kResource) where.server = words_.servers.codes()[event.of];
  if (event.what == rail::Watched::kTerminal)
    where.server = words_.servers.codes()[model_->input().resources.size() + event.of];
  return where;
}

struct TrainTrace::Batch {
  Batch(const rail::Model& of, const ModelWords& its_words, std::int64_t start_utc)
      : model(of), words(its_words), start(start_utc) {}

  void add(const rail::TrainEvent& event, const Where& where) {
    columns->time.push_back(start + event.time);
    columns->kind.push_back(static_cast<std::int32_t>(event.kind));
    columns->point.push_back(where.point);
    columns->line.push_back(where.line);
    columns->passing_place.push_back(
        where.point < 0 ? static_cast<std::int32_t>(model.tables().stations[event.station].place) : 0);
    columns->server.push_back(where.server);
    columns->train.push_back(event.train);
    columns->formed_by.push_back(words.formed_by.codes()[event.pool]);
    columns->direction.push_back(static_cast<std::int32_t>(event.direction));
    columns->gauge.push_back(event.gauge_mm);
    columns->containers.push_back(event.containers);
    columns->teu.push_back(event.teu);
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
          point(table.codes("point", batch.words.points)),
          line(table.codes("line", batch.words.lines)),
          passing_place(table.small_integers("passing_place")),
          server(table.codes("resource", batch.words.servers.words())),
          train(table.identities("train")),
          formed_by(table.codes("formed_by", batch.words.formed_by.words())),
          direction(table.codes("direction", batch.words.directions)),
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
  const ModelWords& words;
  std::int64_t start;
  std::unique_ptr<Columns> columns = std::make_unique<Columns>(*this);
};

TrainTrace::TrainTrace(std::shared_ptr<ValidScenario> scenario, const TraceFilter& filter, std::uint64_t seed,
                       std::uint32_t replication, std::size_t rows)
    : scenario_(std::move(scenario)),
      model_(scenario_->model()),
      words_(*model_),
      rows_(rows),
      kinds_(wanted_kinds(filter.kinds)),
      trains_(filter.trains.begin(), filter.trains.end()) {
  if (!filter.places.empty()) want_places(filter.places);
  batch_ = std::make_unique<Batch>(*model_, words_, scenario_->start_utc());
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

// A name may be one of several things.
void TrainTrace::want_places(const std::vector<std::string>& places) {
  points_.resize(words_.points.size(), false);
  lines_.resize(words_.lines.size(), false);
  servers_.resize(words_.servers.words().size(), false);
  for (const std::string& place : places) {
    const bool is_point = mark(words_.points, place, points_), is_line = mark(words_.lines, place, lines_);
    if (!mark(words_.servers.words(), place, servers_) && !is_point && !is_line)
      throw std::invalid_argument(fmt::format("there is no point, line, resource or terminal `{}`", place));
  }
}

bool TrainTrace::wants(const rail::TrainEvent& event, const Where& where) const {
  if (!kinds_.empty() && !kinds_[static_cast<std::size_t>(event.kind)]) return false;
  if (!trains_.empty() && trains_.count(event.train) == 0) return false;
  if (points_.empty()) return true;
  return is_marked(points_, where.point) || is_marked(lines_, where.line) ||
         is_marked(servers_, where.server);
}

void TrainTrace::see(const rail::TrainEvent& event) {
  if (stop_.load()) return;
  const Where at = where(event);
  if (!wants(event, at)) return;
  batch_->add(event, at);
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
  const UnderWay under_way([this] { stop(); });
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
