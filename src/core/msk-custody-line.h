/* One giving out or taking back, as the registers of issues and returns have it (M7).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-level.h"
#include "msk-page-count.h"
#include "msk-role.h"

G_BEGIN_DECLS

#define MSK_TYPE_CUSTODY_LINE (msk_custody_line_get_type ())
G_DECLARE_FINAL_TYPE (MskCustodyLine, msk_custody_line, MSK, CUSTODY_LINE, GObject)

/* Texts are never NULL. */
struct _MskCustodyLine
{
  GObject parent_instance;

  gboolean is_carrier;
  guint number;          /* of the copy or the carrier */
  char *document_number; /* of the paper, or what the carrier is */
  char *title;           /* of the paper, or "" */
  MskLevel level;
  MskAct act;
  gint64 at;
  char *person; /* who got it or gave it back, or "" */
  char *unit;
  char *user; /* who gave it out or took it back */
  char *station;
  char *remark;
  gint64 movement_id;    /* of a copy or a carrier, or 0 */
  MskReturnCount *count; /* of what came back, or NULL when nothing was counted */
};

MskCustodyLine *msk_custody_line_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The number as people read it. The caller owns it. */
char *msk_custody_line_dup_number (MskCustodyLine *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
