/* One run of a printer over sheets of labels with tags (C4, M5).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy.h"
#include "msk-label-sheet.h"
#include "msk-print-desk.h"
#include "msk-session-private.h"
#include "msk-tag.h"

G_BEGIN_DECLS

/* What is told of a thing on its labels; parts of it each have a label of their own. */
typedef struct
{
  char *kind;           /* owned */
  const char *parts[2]; /* what stands beneath the kind on each; NULL for no such label */
} MskLabelWords;

/* What kind of thing is labelled, and how its register speaks of labels. */
typedef struct
{
  MskAct act;
  const char *word; /* what the ledger calls a label */
  MskLabelUse use;  /* its sheet */
  MskTagKind tag;   /* of its codes */
  guint n_parts;    /* labels of each thing, all with one code */
  gboolean (*begin) (MskSession *session, MskAct act, MskTransaction *transaction, GError **error);
  gpointer (*get) (MskDatabase *database, guint number, GError **error); /* a GObject, owned */
  gboolean (*check) (gpointer thing, GError **error);
  void (*tell) (gpointer thing, MskLabelWords *words);
  char *(*dup_subject) (guint number);
  gboolean (*put) (MskTransaction *transaction,
                   guint number,
                   gint64 serial,
                   const char *printer,
                   const char *place,
                   GError **error);
  gboolean (*set) (MskTransaction *transaction, gint64 serial, MskAttempt state, GError **error);
} MskLabelling;

/* Prints labels for the things with these numbers, several on a sheet, one job a sheet; stops at
 * the first trouble. Labels are in the register as sent, and earlier ones void, before the printer
 * hears of them. Blocks. result counts things, also on failure. Fails as msk_printer_check(),
 * msk_printer_print() and the functions of labelling do, or with
 * MSK_RULE_ERROR_PRINTER_NOT_DESIGNATED. */
gboolean msk_label_run (MskSession *session,
                        const MskLabelling *labelling,
                        GArray *numbers, /* of guint, none twice */
                        const char *printer,
                        MskPrintResult *result,
                        GCancellable *cancellable,
                        GError **error);

G_END_DECLS
