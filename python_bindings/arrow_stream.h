// A table as Apache Arrow's C stream interface, without a copy: whoever takes the stream shares the table.
// The structures are Arrow's own, from its specification "The Arrow C data interface" and "C stream
// interface".
#pragma once

#include <cstdint>
#include <memory>

#include "python_bindings/table.h"

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  ArrowSchema** children;
  ArrowSchema* dictionary;
  void (*release)(ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  const void** buffers;
  ArrowArray** children;
  ArrowArray* dictionary;
  void (*release)(ArrowArray*);
  void* private_data;
};

struct ArrowArrayStream {
  int (*get_schema)(ArrowArrayStream*, ArrowSchema*);
  int (*get_next)(ArrowArrayStream*, ArrowArray*);
  const char* (*get_last_error)(ArrowArrayStream*);
  void (*release)(ArrowArrayStream*);
  void* private_data;
};

namespace python {

// Fill what the caller owns; `release` of each gives it back.
void fill_schema(const Table& table, ArrowSchema& schema);
void fill_stream(std::shared_ptr<const Table> table, ArrowArrayStream& stream);

}  // namespace python
