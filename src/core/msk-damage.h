/* A copy or carrier that the sweep saw damaged: torn, wet, or with pages missing (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-sweep.h"

G_BEGIN_DECLS

/* What is registered of it. Texts are lent. */
typedef struct
{
  MskSweepKind kind;
  guint number;
  MskMeasureArea zone;
  guint pages_missing; /* 0: all of it is here, so it is explained as it stands */
  const char *reason;
} MskDamageDraft;

#define MSK_TYPE_DAMAGE (msk_damage_get_type ())
G_DECLARE_FINAL_TYPE (MskDamage, msk_damage, MSK, DAMAGE, GObject)

struct _MskDamage
{
  GObject parent_instance;

  gint64 id;
  MskSweepKind kind;
  guint number;
  gint64 paper_id;       /* of a copy, or 0 */
  char *document_number; /* of a copy, or "" */
  MskMeasureArea zone;
  guint pages_missing;
  char *reason;
  gint64 incident;      /* about what is missing, or 0 */
  gboolean is_reported; /* that incident, to the secrecy department */
  gint64 at;
  char *user; /* who swept */
};

MskDamage *msk_damage_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it may be registered of this line of the sweep: it was seen, and not all of it is
 * missing. Fails with MSK_RULE_ERROR_NOT_SEEN, MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_damage_check (const MskDamageDraft *draft, MskSweepLine *line, GError **error);

/* I1: of each that is not whole the secrecy department was told. damages: of MskDamage. Fails with
 * MSK_RULE_ERROR_DAMAGE_NOT_REPORTED. */
gboolean msk_damage_check_closing (GPtrArray *damages, GError **error);

/* As people read it: "000014", "0003". The caller owns it. */
char *msk_damage_dup_number (const MskDamage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
