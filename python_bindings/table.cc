#include "python_bindings/table.h"

#include <span>
#include <utility>

#include "engine/check.h"

namespace python {
namespace {

template <class T>
void mark_missing(Column& column, const std::vector<T>& values, T none) {
  for (const T value : values) column.missing += value == none ? 1 : 0;
  if (column.missing == 0) return;
  column.valid.assign((values.size() + 7) / 8, 0);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] != none) column.valid[i / 8] |= static_cast<std::uint8_t>(1U << (i % 8));
  }
}

void join_words(Column& column) {
  column.word_starts.push_back(0);
  for (const std::string& word : column.words) {
    column.word_bytes += word;
    column.word_starts.push_back(static_cast<std::int32_t>(column.word_bytes.size()));
  }
}

// Gives them up one by one, so that not all of them are there twice.
template <class T>
void append_all(std::vector<T>& all, std::span<Column*> pieces) {
  std::size_t rows = all.size();
  for (const Column* piece : pieces) rows += piece->size();
  all.reserve(rows);
  for (Column* piece : pieces) {
    const std::vector<T> values = std::move(std::get<std::vector<T>>(piece->values));
    all.insert(all.end(), values.begin(), values.end());
  }
}

}  // namespace

std::size_t Column::size() const {
  return std::visit([](const auto& all) { return all.size(); }, values);
}

void CodedTexts::add(const std::string& text) {
  const auto [found, is_new] = known_.try_emplace(text, static_cast<std::int32_t>(words_.size()));
  if (is_new) words_.push_back(text);
  codes_.push_back(found->second);
}

void Table::texts(std::string name, const std::vector<std::string>& texts) {
  CodedTexts coded;
  for (const std::string& text : texts) coded.add(text);
  codes(std::move(name), coded.words()) = coded.codes();
}

void Table::reserve(std::size_t rows) {
  for (Column& column : columns_) {
    std::visit([rows](auto& values) { values.reserve(values.size() + rows); }, column.values);
  }
}

Table Table::joined(std::vector<Table>&& pieces) {
  Table all = std::move(pieces.front());
  for (std::size_t i = 0; i < all.columns_.size(); ++i) {
    std::vector<Column*> others;
    for (std::size_t p = 1; p < pieces.size(); ++p) others.push_back(&pieces[p].columns_[i]);
    std::visit([&others](auto& values) { append_all(values, std::span(others)); }, all.columns_[i].values);
  }
  return all;
}

std::shared_ptr<const Table> Table::finish() && {
  rows_ = columns_.empty() ? 0 : columns_.front().size();
  for (Column& column : columns_) {
    DES_CHECK(column.size() == rows_, "columns of unequal length", des::SimTime{0}, 0);
    if (column.meaning == Meaning::kTime)
      mark_missing(column, std::get<std::vector<std::int64_t>>(column.values), kNoTime);
    if (column.meaning == Meaning::kText) {
      mark_missing(column, std::get<std::vector<std::int32_t>>(column.values), -1);
      join_words(column);
    }
  }
  return std::make_shared<const Table>(std::move(*this));
}

}  // namespace python
