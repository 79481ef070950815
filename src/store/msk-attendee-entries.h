/* Who was vetted anew after a change is the same person under another entry.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The head of a statement in which the table "entry" holds the ids of all entries of the person
 * whom the parameter ":attendee" names by one of them. */
#define MSK_WITH_ENTRIES                                                                           \
  "WITH RECURSIVE entry (id) AS ("                                                                 \
  " SELECT :attendee"                                                                              \
  " UNION SELECT a.id FROM attendee AS a JOIN entry AS e ON a.replaces = e.id"                     \
  " UNION SELECT a.replaces FROM attendee AS a JOIN entry AS e ON a.id = e.id"                     \
  "  WHERE a.replaces IS NOT NULL) "
