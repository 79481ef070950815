/* What the tests of destruction share: things to destroy, and the way to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-destruction-desk.h"

#include "desk-test.h"

G_BEGIN_DECLS

#define RETURNED COPY_GOOD
#define SPOILED COPY_UNCHECKED
#define PLACE "保密室碎纸机"

/* What the scanner reads on page 2 of each copy: only the clerk looks it up. */
extern char *destruction_test_codes[2 * RESERVED + 1];

/* One copy came back, one came out wrong, one printing too many came (sets 1 and 2); a notebook and
 * a top-secret draft are in store (carriers 1 and 2). The clerk is signed in. */
void destruction_test_set_up (DeskTest *test, gconstpointer unused);

/* The code on a carrier's label, which is printed and scanned first when it has none. The caller
 * owns it. */
char *destruction_test_dup_label_code (DeskTest *test, gint64 number) G_GNUC_WARN_UNUSED_RESULT;

/* It is scanned as what goes back: or, a set, by its number. */
void destruction_test_hold (DeskTest *test, GListStore *things, MskStockKind kind, gint64 number);

/* A batch is begun. */
gint64 destruction_test_start (DeskTest *test);

/* A code, a copy’s page, or a typed number; the code of the verdict. */
void destruction_test_take (DeskTest *test,
                            gint64 id,
                            gboolean at_machine,
                            const char *code,
                            const char *wanted);
void destruction_test_take_copy (DeskTest *test,
                                 gint64 id,
                                 gboolean at_machine,
                                 guint number,
                                 const char *wanted);
void destruction_test_type (DeskTest *test,
                            gint64 id,
                            gboolean at_machine,
                            MskStockKind kind,
                            gint64 number,
                            const char *wanted);

/* Somebody signs in as a witness. The caller owns it. */
MskCosigner *destruction_test_sign (DeskTest *test, MskRole role) G_GNUC_WARN_UNUSED_RESULT;

/* Each step, and that it works: the leader approves, then the officer destroys and the organiser
 * watches. */
void destruction_test_propose (DeskTest *test, gint64 id);
void destruction_test_approve (DeskTest *test, gint64 id);
void destruction_test_begin (DeskTest *test, gint64 id);

/* The officer and a witness sign the end. */
gboolean destruction_test_end (DeskTest *test,
                               gint64 id,
                               const char *remark,
                               MskRole witness_role,
                               GError **error);
void destruction_test_assert_stage (DeskTest *test,
                                    gint64 id,
                                    MskDestructionStage stage,
                                    guint items,
                                    guint scanned);

/* Returned, spoiled, surplus, an unwanted copy in store, and a notebook. */
gint64 destruction_test_make_up (DeskTest *test);
void destruction_test_feed_all (DeskTest *test, gint64 id);

/* The whole way of that batch. */
gint64 destruction_test_destroy_all (DeskTest *test);

G_END_DECLS
