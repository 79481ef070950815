/* A thing without a code that somebody left at the venue and the sweep found (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-incident.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_LEFT_NOTEBOOK, /* that is no numbered one */
  MSK_LEFT_SHEET,    /* loose */
  MSK_LEFT_STORAGE,  /* a stick, card or disk */
  MSK_LEFT_RECORDER,
  MSK_LEFT_TELEPHONE,
  MSK_LEFT_OTHER, /* holds nothing that could be secret */
} MskLeftKind;

#define MSK_LEFT_N_KINDS (MSK_LEFT_OTHER + 1)

/* What is registered when it is found. Texts are lent. */
typedef struct
{
  MskLeftKind kind;
  MskMeasureArea zone;
  const char *description; /* what it looks like, and where exactly it lay */
  const char *finder;      /* full name */
} MskLeftDraft;

#define MSK_TYPE_LEFT_ITEM (msk_left_item_get_type ())
G_DECLARE_FINAL_TYPE (MskLeftItem, msk_left_item, MSK, LEFT_ITEM, GObject)

struct _MskLeftItem
{
  GObject parent_instance;

  gint64 id;
  MskLeftKind kind;
  MskMeasureArea zone;
  char *description;
  char *finder;
  gint64 at;
  char *user;        /* who registered it */
  gint64 incident;   /* that it opened, or 0 */
  char *handling;    /* what was done with it, or "" */
  gint64 handled_at; /* or 0 */
  char *handled_by;  /* user, or "" */
};

MskLeftItem *msk_left_item_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Both texts are there, in one line each. Fails with MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_left_item_check_draft (const MskLeftDraft *draft, GError **error);

/* Whether a thing of this kind opens an incident, and of which kind: what can hold the content
 * (domain.md 1, carrier) does. */
gboolean msk_left_kind_opens_incident (MskLeftKind kind, MskIncidentKind *incident);

/* As the ledger calls it: "left item 3". The caller owns it. */
char *msk_left_item_dup_subject (gint64 id) G_GNUC_WARN_UNUSED_RESULT;

/* What was done with each is on record. items: of MskLeftItem. Fails with
 * MSK_RULE_ERROR_LEFT_ITEMS_OPEN. */
gboolean msk_left_item_check_closing (GPtrArray *items, GError **error);

/* Static text in the user's language. */
const char *msk_left_kind_get_label (MskLeftKind kind);

G_END_DECLS
