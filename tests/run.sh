#!/bin/sh
# SPDX-License-Identifier: ISC
# Does all set-up on a Debian 12 and passes the tests.
set -eu
cd "$(dirname "$0")/.."
sh contrib/packages.sh test
make -j"$(nproc)"
make -j"$(nproc)" check
