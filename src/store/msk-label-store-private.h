/* The registers of labels: what is printed for a thing with a tag on it, a row for each attempt.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* What is different from one register of labels to the next. A thing has a number, and points at
 * its newest label by serial. */
typedef struct
{
  const char *word;                    /* for a label, in the ledger */
  MskAct act;                          /* of printing one */
  char *(*dup_subject) (guint number); /* the thing, in the ledger */

  /* Literals, from the macros below. */
  const char *void_all;
  const char *insert;
  const char *point;
  const char *set_state;
  const char *find;
  const char *recover_sent;
  const char *count_sent;
} MskLabelRegister;

/* The statements about what was sent and not yet seen, of a table of labels whose column key is the
 * number of the thing. */
#define MSK_LABEL_SENT_STATEMENTS(labels, key)                                                     \
  .recover_sent = "UPDATE " labels " SET state = 'uncertain', changed_at = :now"                   \
                  " WHERE state = 'sent' RETURNING " key,                                          \
  .count_sent = "SELECT COUNT (*) FROM " labels " WHERE state = 'sent'"

/* All statements, of such a table and that of the things. */
#define MSK_LABEL_STATEMENTS(labels, key, things)                                                  \
  .void_all = "UPDATE " labels " SET state = 'void', changed_at = :now"                            \
              " WHERE " key " = :number AND state <> 'void'",                                      \
  .insert = "INSERT INTO " labels " (serial, " key ", state, printer, place, changed_at)"          \
            " VALUES (:serial, :number, 'sent', :printer, :place, :now)",                          \
  .point = "UPDATE " things " SET serial = :serial WHERE number = :number",                        \
  .set_state = "UPDATE " labels " SET state = :state, changed_at = :now WHERE serial = :serial",   \
  .find = "SELECT " key " FROM " labels " WHERE serial = :serial",                                 \
  MSK_LABEL_SENT_STATEMENTS (labels, key)

typedef struct
{
  guint number; /* of the thing */
  gint64 serial;
  const char *printer;
  const char *place;
} MskLabelEntry;

/* A new label of a thing, as sent to a printer, with a ledger entry; those before are void from now
 * on. */
gboolean msk_label_store_put (MskTransaction *transaction,
                              const MskLabelRegister *labels,
                              const MskLabelEntry *entry,
                              GError **error);

/* Moves a label on. Writes no ledger entry, and does not look whether there was one: see
 * msk_transaction_check_one_changed(). */
gboolean msk_label_store_set_state (MskTransaction *transaction,
                                    const MskLabelRegister *labels,
                                    gint64 serial,
                                    MskAttempt state,
                                    GError **error);

/* The thing that a label was made for: 0 for a serial of no label. */
gboolean msk_label_store_find (MskDatabase *database,
                               const MskLabelRegister *labels,
                               gint64 serial,
                               guint *number,
                               GError **error);

/* Labels that were sent and whose end nobody saw become uncertain, each with a ledger entry.
 * *recovered, which may be NULL, says how many. */
gboolean msk_label_store_recover_sent (MskTransaction *transaction,
                                       const MskLabelRegister *labels,
                                       guint *recovered,
                                       GError **error);
gboolean msk_label_store_count_sent (MskDatabase *database,
                                     const MskLabelRegister *labels,
                                     guint *count,
                                     GError **error);

G_END_DECLS
