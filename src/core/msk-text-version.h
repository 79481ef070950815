/* A version of a text that people are briefed on, pledge or take note of, or of a duty card (M1,
 * M5, M8, P1). A version never changes; a new one takes its place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-duty.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_TEXT_BRIEFING,
  MSK_TEXT_PLEDGE,
  MSK_TEXT_NOTICE,
  MSK_TEXT_UNDERTAKING, /* of the press */
  MSK_TEXT_DUTY,        /* a duty card; it has a post */
} MskTextKind;

/* The most that one language of a text may have. */
#define MSK_TEXT_MAX_CHARS 8000

#define MSK_TYPE_TEXT_VERSION (msk_text_version_get_type ())
G_DECLARE_FINAL_TYPE (MskTextVersion, msk_text_version, MSK, TEXT_VERSION, GObject)

struct _MskTextVersion
{
  GObject parent_instance;

  gint64 id; /* 0 before it is in the register */
  MskTextKind kind;
  MskPost post;  /* of a duty card, else MSK_POST_NONE */
  guint number;  /* from 1, in force until the next */
  char *chinese; /* one paragraph a line, the first is the title; the authority */
  char *english; /* the same */
  gint64 in_force_at;
  char *set_by; /* user */
};

MskTextVersion *msk_text_version_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Version 1, as the program brings it. post is MSK_POST_NONE except for a duty card. The caller
 * owns it. */
MskTextVersion *msk_text_version_new_first (MskTextKind kind,
                                            MskPost post,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One language of a text as it is kept: blanks at the ends of lines and empty lines removed. Fails
 * with MSK_INPUT_ERROR_BAD_VALUE: no title, nothing below it, too long, control characters, or a
 * notice without its sections. The caller owns it. */
char *msk_text_dup_clean (MskTextKind kind,
                          const char *text,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The title; what stands below it, a paragraph each, without the marks of a notice's sections. The
 * caller owns them. */
char *msk_text_dup_title (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GStrv msk_text_dup_paragraphs (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The kind in the user's language. Static text. */
const char *msk_text_kind_get_label (MskTextKind kind);

G_END_DECLS
