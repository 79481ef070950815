/* What a verb is told in a JSON object from a file: names, titles and reasons never stand in a
 * command line, which every process can see. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "msk-agenda-item.h"
#include "msk-attendee.h"
#include "msk-urgency.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_DRAFT_TEXT,
  MSK_DRAFT_COUNT,
  MSK_DRAFT_TIME,
  MSK_DRAFT_LEVEL,
  MSK_DRAFT_CAPACITY,
  MSK_DRAFT_SCOPE,
  MSK_DRAFT_RECORDING,
  MSK_DRAFT_URGENCY,
  MSK_DRAFT_IDS,
  MSK_DRAFT_CODES,
  MSK_DRAFT_STANDING,
  MSK_DRAFT_AUTHORITY,
  MSK_DRAFT_RULE,
  MSK_DRAFT_VETTING,
} MskDraftType;

/* One member of the object. A table of them ends with a nameless one. */
typedef struct
{
  const char *name;
  MskDraftType type;
  gboolean required;
  const char *summary;
} MskDraftKey;

#define MSK_TYPE_DRAFT (msk_draft_get_type ())
G_DECLARE_FINAL_TYPE (MskDraft, msk_draft, MSK, DRAFT, GObject)

/* Reads path, or standard input for "-", and checks every member against the table: what the
 * getters below give is sound. Fails with MSK_INPUT_ERROR_BAD_VALUE or _BAD_TIME, naming the member
 * but never its value, MSK_INPUT_ERROR_FILE_TOO_LARGE or MSK_SYSTEM_ERROR_FILE. The caller owns it.
 */
MskDraft *msk_draft_read (const char *path,
                          const MskDraftKey *keys,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What nothing was said in. The caller owns it. */
MskDraft *msk_draft_new_empty (void) G_GNUC_WARN_UNUSED_RESULT;

/* Each gives the member, or fallback when it is absent. Texts are lent. */
const char *msk_draft_get_text (MskDraft *self, const char *name, const char *fallback);
guint msk_draft_get_count (MskDraft *self, const char *name, guint fallback);
gint64 msk_draft_get_time (MskDraft *self, const char *name, gint64 fallback);
MskLevel msk_draft_get_level (MskDraft *self, const char *name, MskLevel fallback);
MskCapacity msk_draft_get_capacity (MskDraft *self, const char *name, MskCapacity fallback);
MskRecording msk_draft_get_recording (MskDraft *self, const char *name, MskRecording fallback);
MskUrgency msk_draft_get_urgency (MskDraft *self, const char *name, MskUrgency fallback);

/* An array of ids as a GArray of gint64, or NULL when it is absent. The caller owns it. */
GArray *msk_draft_dup_ids (MskDraft *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* An array of codes as a NULL-terminated array, empty when it is absent. The caller owns it. */
char **msk_draft_dup_codes (MskDraft *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* For the types that are an enum's names: type is that of the enum. */
int msk_draft_get_enum (MskDraft *self, const char *name, GType type, int fallback);
guint msk_draft_get_scope (MskDraft *self, const char *name, guint fallback);

/* The table as lines of help. The caller owns it. */
char *msk_draft_keys_dup_help (const MskDraftKey *keys) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
