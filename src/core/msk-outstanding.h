/* What is still out at the end of the year, over all meetings (F2): one thing, and who owes it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-level.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_OUTSTANDING_HELD, /* a copy or carrier that was given out */
  MSK_OUTSTANDING_TURN, /* a copy in a turn of a reader */
  MSK_OUTSTANDING_SLIP, /* taken out of a folder by a loan slip */
  MSK_OUTSTANDING_PERMIT,
  MSK_OUTSTANDING_MISSING,
  MSK_OUTSTANDING_INCIDENT,
  MSK_OUTSTANDING_RECORD, /* of a closed meeting: not filed, or not handed over to the archive */
  MSK_OUTSTANDING_LOAN,   /* of a dossier */
  MSK_OUTSTANDING_KEPT,   /* what still existed of a meeting when it was erased */
  MSK_OUTSTANDING_DEVICE, /* in deposit, not fetched: it is the owner's to fetch */
} MskOutstandingKind;

#define MSK_TYPE_OUTSTANDING (msk_outstanding_get_type ())
G_DECLARE_FINAL_TYPE (MskOutstanding, msk_outstanding, MSK, OUTSTANDING, GObject)

/* Texts are never NULL. */
struct _MskOutstanding
{
  GObject parent_instance;

  MskOutstandingKind kind;
  gint64 meeting_id;
  char *meeting_number;
  MskLevel level;
  char *what;      /* it is, in the user's language */
  char *unit;      /* that owes it, or "" */
  char *person;    /* who owes it, or "" */
  gint64 since_at; /* UTC seconds, or 0 */
  gint64 due_at;   /* or 0: at once */
};

/* Takes what, unit and person. */
MskOutstanding *msk_outstanding_new (MskOutstandingKind kind,
                                     MskLevel level,
                                     char *what,
                                     char *unit,
                                     char *person) G_GNUC_WARN_UNUSED_RESULT;

/* In the user's language. Static text. */
const char *msk_outstanding_kind_get_label (MskOutstandingKind kind);

gboolean msk_outstanding_is_overdue (const MskOutstanding *self, gint64 now);

/* Whether both are owed by the same: names that are written otherwise and mean the same are one. */
gboolean msk_outstanding_is_same_owner (const MskOutstanding *self, const MskOutstanding *other);

/* Whether somebody is named who can be written to. */
gboolean msk_outstanding_has_owner (const MskOutstanding *self);

/* Unit and person in one line, in the user's language. The caller owns it. */
char *msk_outstanding_dup_owner (const MskOutstanding *self) G_GNUC_WARN_UNUSED_RESULT;

/* Brings an array of MskOutstanding into the order of the list: by unit and person, then by
 * meeting, kind and time; what nobody is named for comes last. */
void msk_outstanding_sort (GPtrArray *lines);

/* Of those from first on, count of them; the lowest level for none. */
MskLevel msk_outstanding_get_level (GPtrArray *lines, guint first, guint count);

/* How many from first on are owed by the same as first is. */
guint msk_outstanding_count_owner (GPtrArray *lines, guint first);

G_END_DECLS
