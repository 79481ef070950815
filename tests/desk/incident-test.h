/* What incidents stand in the register, for the tests of what opens them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-test.h"

G_BEGIN_DECLS

/* A line each, in the order in which they were opened: "forged-tag code\n", "second-sighting copy
 * 000001\n". */
void incident_test_assert (DeskTest *test, const char *wanted);

/* How many there are. */
guint incident_test_count (DeskTest *test);

G_END_DECLS
