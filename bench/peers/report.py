"""What each program of the comparison takes and prints: see report.h."""
import json
import pathlib
import re
import sys
import time


def peak_mb():
    status = pathlib.Path("/proc/self/status").read_text(encoding="utf-8")
    return int(re.search(r"VmHWM:\s*(\d+) kB", status).group(1)) / 1024


def run(simulate):
    """Calls simulate(customers, number) -> (customers served, mean in hours); prints both, processor time and memory."""
    customers, number = map(int, sys.argv[1:])
    start = time.process_time()
    served, mean_h = simulate(customers, number)
    seconds = time.process_time() - start
    print(json.dumps({"customers": served, "seconds": seconds, "mean_h": mean_h,
                      "peak_mb": peak_mb()}))
