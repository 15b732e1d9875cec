#include "python_bindings/arrow_stream.h"

#include <array>
#include <string>
#include <vector>

namespace python {
namespace {

constexpr std::int64_t kNullable = 2;

using Shared = std::shared_ptr<const Table>;

struct SchemaNode {
  std::string format, name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
  ArrowSchema dictionary{};
};

// Children of a released parent are released with it, unless somebody has moved them away.
template <class Node, class Struct>
void release(Struct* one) {
  auto* node = static_cast<Node*>(one->private_data);
  for (Struct& child : node->children) {
    if (child.release != nullptr) child.release(&child);
  }
  if (one->dictionary != nullptr && one->dictionary->release != nullptr)
    one->dictionary->release(one->dictionary);
  delete node;
  one->release = nullptr;
}

SchemaNode* start(ArrowSchema& schema, std::string format, std::string name) {
  auto* node = new SchemaNode{};
  node->format = std::move(format);
  node->name = std::move(name);
  schema = ArrowSchema{node->format.c_str(),
                       node->name.c_str(),
                       nullptr,
                       0,
                       0,
                       nullptr,
                       nullptr,
                       release<SchemaNode, ArrowSchema>,
                       node};
  return node;
}

std::string format_of(const Column& column) {
  if (column.meaning == Meaning::kTime) return "tss:";  // seconds, UTC by our word, of no zone
  constexpr std::array<const char*, 4> kFormats = {"l", "L", "i", "g"};
  return kFormats[column.values.index()];
}

void fill_column(const Column& column, ArrowSchema& schema) {
  SchemaNode* node = start(schema, format_of(column), column.name);
  schema.flags = column.meaning == Meaning::kNumber ? 0 : kNullable;
  if (column.meaning != Meaning::kText) return;
  start(node->dictionary, "u", "");
  schema.dictionary = &node->dictionary;
}

struct ArrayNode {
  Shared table;
  std::vector<const void*> buffers;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
  ArrowArray dictionary{};
};

ArrayNode* start(ArrowArray& array, Shared table, std::vector<const void*> buffers, std::size_t length,
                 std::int64_t missing) {
  auto* node = new ArrayNode{};
  node->table = std::move(table);
  node->buffers = std::move(buffers);
  array = ArrowArray{static_cast<std::int64_t>(length),
                     missing,
                     0,
                     static_cast<std::int64_t>(node->buffers.size()),
                     0,
                     node->buffers.data(),
                     nullptr,
                     nullptr,
                     release<ArrayNode, ArrowArray>,
                     node};
  return node;
}

const void* data_of(const Column& column) {
  return std::visit([](const auto& all) { return static_cast<const void*>(all.data()); }, column.values);
}

void fill_column(const Shared& table, const Column& column, ArrowArray& array) {
  const void* valid = column.missing == 0 ? nullptr : column.valid.data();
  ArrayNode* node = start(array, table, {valid, data_of(column)}, table->rows(), column.missing);
  if (column.meaning != Meaning::kText) return;
  start(node->dictionary, table, {nullptr, column.word_starts.data(), column.word_bytes.data()},
        column.words.size(), 0);
  array.dictionary = &node->dictionary;
}

// Makes room for children at places that stay.
template <class Node, class Struct>
void make_children(Node* node, Struct& parent, std::size_t count) {
  node->children.resize(count);
  for (Struct& child : node->children) node->pointers.push_back(&child);
  parent.n_children = static_cast<std::int64_t>(count);
  parent.children = node->pointers.data();
}

void fill_batch(const Shared& table, ArrowArray& array) {
  ArrayNode* node = start(array, table, {nullptr}, table->rows(), 0);
  make_children(node, array, table->columns().size());
  for (std::size_t i = 0; i < table->columns().size(); ++i)
    fill_column(table, table->columns()[i], node->children[i]);
}

// All rows are one batch.
struct Stream {
  Shared table;
  bool given = false;
};

Stream& of(ArrowArrayStream* stream) { return *static_cast<Stream*>(stream->private_data); }

}  // namespace

void fill_schema(const Table& table, ArrowSchema& schema) {
  SchemaNode* node = start(schema, "+s", "");
  make_children(node, schema, table.columns().size());
  for (std::size_t i = 0; i < table.columns().size(); ++i) fill_column(table.columns()[i], node->children[i]);
}

void fill_stream(Shared table, ArrowArrayStream& stream) {
  stream.private_data = new Stream{std::move(table)};
  stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* schema) {
    fill_schema(*of(self).table, *schema);
    return 0;
  };
  stream.get_next = [](ArrowArrayStream* self, ArrowArray* array) {
    *array = ArrowArray{};
    if (of(self).given) return 0;
    of(self).given = true;
    fill_batch(of(self).table, *array);
    return 0;
  };
  stream.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
  stream.release = [](ArrowArrayStream* self) {
    delete &of(self);
    self->release = nullptr;
  };
}

}  // namespace python
