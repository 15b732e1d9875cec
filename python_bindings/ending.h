// The end of the interpreter. By then all threads of Python have been waited for but its daemons (Dask's
// workers are such). One that is in this module would take the GIL again: Python then ends the thread where
// it stands, through functions that let no exception pass, and the process aborts. So what is under way is
// stopped before, and waited for.
#pragma once

#include <functional>

namespace python {

// While it lives something is under way that the end of the interpreter has to wait for: a call that gives
// the GIL away, or runs code of Python; a thread of ours. `stop`, if there is any, asks it to end soon, from
// another thread.
class UnderWay {
 public:
  explicit UnderWay(std::function<void()> stop = {});
  ~UnderWay();
  UnderWay(const UnderWay&) = delete;
  UnderWay& operator=(const UnderWay&) = delete;
  void stop() const;

 private:
  std::function<void()> stop_;
};

// Raises RuntimeError in a thread that the interpreter will not wait for any more. With the GIL held.
void require_no_end();
// For who is without the GIL and going to take it again: if it is too late for that, it stays here for good.
void stay_if_ended();
// By Python's atexit.
void end();

}  // namespace python
