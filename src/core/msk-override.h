/* Something that was issued all the same, as the register has it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-role.h"

G_BEGIN_DECLS

#define MSK_TYPE_OVERRIDE (msk_override_get_type ())
G_DECLARE_FINAL_TYPE (MskOverride, msk_override, MSK, OVERRIDE, GObject)

struct _MskOverride
{
  GObject parent_instance;

  gint64 id;
  char *code; /* of the refusal, the name of a rule error */
  char *decided_by;
  MskRole role;
  char *reason;
  gint64 at;
  guint number;          /* of the copy, or 0 */
  char *document_number; /* of its paper, or "" */
  guint carrier;         /* the number of a carrier that is no copy, or 0 */
  char *description;     /* of the carrier, or "" */
  gint64 attendee_id;
  char *person;
  char *unit;
  char *user; /* who issued it */
  char *station;
};

MskOverride *msk_override_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
