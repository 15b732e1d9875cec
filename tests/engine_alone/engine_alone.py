#!/usr/bin/env python3
"""Builds the kernel with no other layer and checks what it reads and links.

usage: engine_alone.py CMAKE COMPILER SOURCE_DIR BUILD_DIR
"""
import os
import re
import subprocess
import sys

# Below an include folder of the system: the language, the C library, and the kernel's two libraries.
ALLOWED_FOLDERS = {"c++", "bits", "sys", "gnu", "asm", "asm-generic", "linux", "tbb", "oneapi", "Random123"}
# Found by the layers above; the kernel must not even look for them.
NOT_FOUND = ["Boost", "Eigen3", "Protobuf", "fmt", "spdlog", "nlohmann_json", "OpenSSL", "SQLite3", "GTest", "rapidcheck"]
# The C and C++ run times, and oneTBB.
ALLOWED_LIBRARIES = r"linux-vdso|ld-linux|libc\.|libm\.|libgcc_s|libstdc\+\+|libtbb|libpthread|libdl|librt"


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        sys.exit("failed: " + " ".join(command) + "\n" + done.stdout)
    return done.stdout


def files_read(ninja_deps, build_dir):
    """Of the project and of the system, as absolute paths."""
    paths = (line.strip() for line in ninja_deps.splitlines() if line.startswith("    "))
    return {os.path.normpath(os.path.join(build_dir, path)) for path in paths}


def is_allowed(path, source_dir, build_dir):
    if path.startswith(build_dir + os.sep):
        return True
    if path.startswith(source_dir + os.sep):
        return os.path.relpath(path, source_dir).split(os.sep)[0] in ("engine", "tests")
    if re.match(r"/usr/lib/(gcc|llvm|clang)", path):
        return True
    below = re.match(r"/usr/include/(?:[a-z0-9_]+-linux-gnu/)?(.*)", path)
    if not below:
        return False
    folder = os.path.dirname(below.group(1)).split("/")[0]
    return folder in ALLOWED_FOLDERS or (folder == "" and below.group(1) != "sqlite3.h")


def main(cmake, compiler, source_dir, build_dir):
    hidden = [f"-DCMAKE_DISABLE_FIND_PACKAGE_{name}=ON" for name in NOT_FOUND]
    run(cmake, "-S", source_dir, "-B", build_dir, "-G", "Ninja", f"-DCMAKE_CXX_COMPILER={compiler}",
        "-DLANDBRIDGE_LAYERS=engine", *hidden)
    run(cmake, "--build", build_dir)

    read = files_read(run("ninja", "-C", build_dir, "-t", "deps"), build_dir)
    if not any("Random123" in path for path in read):
        sys.exit("found no list of the files read: this test no longer sees anything")
    foreign = sorted(path for path in read if not is_allowed(path, source_dir, build_dir))
    if foreign:
        sys.exit("the kernel reads files that are not its own:\n" + "\n".join(foreign))

    program = os.path.join(build_dir, "tests/engine_alone/engine_alone")
    linked = [line.strip() for line in run("ldd", program).splitlines()]
    strangers = [line for line in linked if not re.search(ALLOWED_LIBRARIES, line)]
    if strangers:
        sys.exit("the kernel links more than oneTBB:\n" + "\n".join(strangers))
    printed = run(program)
    if printed != "10 events, u inside\n":
        sys.exit("the kernel alone printed: " + printed)


if __name__ == "__main__":
    main(*sys.argv[1:])
