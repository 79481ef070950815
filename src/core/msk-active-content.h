/* What in a PDF does something by itself, and what becomes of it when a paper is taken in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  MSK_ACTIVE_CONTENT_REMOVE, /* the paper is taken in without it, and the register says what it was
                              */
  MSK_ACTIVE_CONTENT_REFUSE, /* the paper is refused */
} MskActiveContent;

#define MSK_ACTIVE_CONTENT_DEFAULT MSK_ACTIVE_CONTENT_REMOVE

/* What the worker names that is not in the prepared paper. */
typedef enum
{
  MSK_REMOVAL_JAVASCRIPT,
  MSK_REMOVAL_OPEN_ACTION,
  MSK_REMOVAL_ADDITIONAL_ACTIONS,
  MSK_REMOVAL_LAUNCH_ACTION,
  MSK_REMOVAL_SUBMIT_ACTION,
  MSK_REMOVAL_IMPORT_ACTION,
  MSK_REMOVAL_EMBEDDED_FILES,
  MSK_REMOVAL_EXTERNAL_LINK,
  MSK_REMOVAL_MEDIA,
  MSK_REMOVAL_XFA_FORM,
  MSK_REMOVAL_POSTSCRIPT,
  MSK_REMOVAL_FORM,        /* its fields are drawn as they stood */
  MSK_REMOVAL_ANNOTATIONS, /* that did not print */
} MskRemoval;

/* Whether it does something, or leads out of the file: all but the last two. */
gboolean msk_removal_is_active (MskRemoval removal);

/* In the user's language. Static text. */
const char *msk_removal_get_label (MskRemoval removal);
const char *msk_active_content_get_label (MskActiveContent policy);

/* A set of 1 << MskRemoval as labels with commas. The caller owns it. */
char *msk_removal_set_dup_label (guint set) G_GNUC_WARN_UNUSED_RESULT;

/* The same as names, as a ledger has them. The caller owns it. */
char *msk_removal_set_dup_names (guint set) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the worker's names into a set. Fails with MSK_SYSTEM_ERROR_WORKER for one that is unknown.
 */
gboolean msk_removal_set_parse (const char *const *names, guint *set, GError **error);

/* Fails with MSK_INPUT_ERROR_PDF_ACTIVE_CONTENT, naming what was found, when the policy refuses
 * what is in the set. */
gboolean msk_active_content_check (MskActiveContent policy, guint set, GError **error);

G_END_DECLS
