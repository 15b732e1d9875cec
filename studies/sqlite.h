// SQLite with values in and IoErrors out. A Database and its Statements are for one thread at a time.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace studies {

class Statement;

class Database {
 public:
  enum class Access { kRead, kWrite };  // kRead changes nothing that was committed; kWrite makes the file

  Database(const std::filesystem::path& path, Access access);

  // One or more statements without results.
  void run(const std::string& sql);
  Statement prepare(std::string_view sql);
  const std::filesystem::path& path() const { return path_; }
  // What went wrong last, in words.
  [[noreturn]] void fail();

 private:
  struct Closer {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };
  std::filesystem::path path_;
  std::unique_ptr<sqlite3, Closer> database_;
};

class Statement {
 public:
  // Parameters of the next run, left to right.
  Statement& bind(std::int64_t value);
  Statement& bind(int value) { return bind(static_cast<std::int64_t>(value)); }
  Statement& bind(std::optional<double> value);
  Statement& bind(std::string_view value);

  // True while there is another row; at the end the statement is ready to be run again.
  bool next();
  // To the end.
  void run();

  // Of the present row, by column.
  std::int64_t integer(int column) const;
  std::optional<double> number(int column) const;  // nothing if it is null
  std::string text(int column) const;

 private:
  friend class Database;
  Statement(Database& database, sqlite3_stmt* statement) : database_(&database), statement_(statement) {}

  struct Closer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  void check(int code);

  Database* database_;
  std::unique_ptr<sqlite3_stmt, Closer> statement_;
  int bound_ = 0;
};

// All that is written between here and commit(), or nothing of it.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace studies
