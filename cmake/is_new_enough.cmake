# Fails if CMake is too old for CMakePresets.json; run with cmake -P.
cmake_minimum_required(VERSION 3.25)
