#include "studies/sqlite.h"

#include <new>

#include "studies/io_error.h"

namespace studies {
namespace {

namespace fs = std::filesystem;

constexpr int kPatience_ms = 60'000;  // with somebody who reads the file while we want to write

std::string system_text(sqlite3* database, const char* otherwise) {
  const int error = sqlite3_system_errno(database);
  return error == 0 ? std::string(otherwise) : system_words(error);
}

// SQLite's own words, but where they leave people guessing.
std::string why(sqlite3* database, const fs::path& path) {
  switch (sqlite3_errcode(database)) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another program is using it and does not let go";
    case SQLITE_FULL:
      return "the disk is full";
    case SQLITE_NOTADB:
      return "is no study: not an SQLite file";
    case SQLITE_CORRUPT:
      return "is damaged, or was cut short as it was copied";
    case SQLITE_CANTOPEN:  // of a file that is there: its journal
      return fs::exists(path) ? "cannot be written: its folder, or the file, is read-only"
                              : "cannot be opened: " + system_text(database, sqlite3_errmsg(database));
    case SQLITE_READONLY:
      if (sqlite3_extended_errcode(database) == SQLITE_READONLY_ROLLBACK)
        return "has a write that never ended, which cannot be taken back: it, or its folder, is read-only";
      return "cannot be written: it, or its folder, is read-only";
    case SQLITE_IOERR:
      return system_text(database, sqlite3_errmsg(database));
    default:
      return sqlite3_errmsg(database);
  }
}

}  // namespace

Database::Database(const fs::path& path, Access access) : path_(path) {
  // Readers, too, may write: what a killed process has begun must be taken back before anybody can read.
  // SQLite opens a file that is write-protected for reading only by itself.
  const int flags = SQLITE_OPEN_READWRITE | (access == Access::kWrite ? SQLITE_OPEN_CREATE : 0);
  sqlite3* opened = nullptr;
  // An absolute path: ":memory:" and the like are names of files, too.
  const int code = sqlite3_open_v2(fs::absolute(path).c_str(), &opened, flags, nullptr);
  database_.reset(opened);
  if (opened == nullptr) throw std::bad_alloc();
  if (code != SQLITE_OK) fail();
  sqlite3_busy_timeout(opened, kPatience_ms);
  if (access == Access::kRead) run("PRAGMA query_only = 1");
}

void Database::fail() { throw IoError(path_, why(database_.get(), path_)); }

void Database::run(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

Statement Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int size = static_cast<int>(sql.size());
  if (sqlite3_prepare_v2(database_.get(), sql.data(), size, &statement, nullptr) != SQLITE_OK) fail();
  return Statement(*this, statement);
}

void Statement::check(int code) {
  if (code != SQLITE_OK) database_->fail();
}

Statement& Statement::bind(std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), ++bound_, value));
  return *this;
}

Statement& Statement::bind(std::optional<double> value) {
  check(value ? sqlite3_bind_double(statement_.get(), ++bound_, *value)
              : sqlite3_bind_null(statement_.get(), ++bound_));
  return *this;
}

Statement& Statement::bind(std::string_view value) {
  check(sqlite3_bind_text(statement_.get(), ++bound_, value.data(), static_cast<int>(value.size()),
                          SQLITE_TRANSIENT));
  return *this;
}

bool Statement::next() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  bound_ = 0;
  if (code != SQLITE_DONE) {
    try {
      database_->fail();
    } catch (...) {
      sqlite3_reset(statement_.get());  // which forgets the error
      throw;
    }
  }
  sqlite3_reset(statement_.get());
  return false;
}

void Statement::run() {
  while (next()) {
  }
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::optional<double> Statement::number(int column) const {
  if (sqlite3_column_type(statement_.get(), column) == SQLITE_NULL) return std::nullopt;
  return sqlite3_column_double(statement_.get(), column);
}

std::string Statement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  return text == nullptr
             ? std::string()
             : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

Transaction::Transaction(Database& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.run("ROLLBACK");
  } catch (const IoError&) {
    // SQLite has rolled back already, or does when the file is opened next.
  }
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace studies
