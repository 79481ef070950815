/* A signature that was written on the screen: its strokes as points, never as a picture.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Lengths are thousandths of the pad's width; times are milliseconds since the first point. */
#define MSK_SIGNATURE_WIDTH 1000
#define MSK_SIGNATURE_LEAST_HEIGHT 100
#define MSK_SIGNATURE_MOST_HEIGHT 1000
#define MSK_SIGNATURE_MOST_STROKES 64
#define MSK_SIGNATURE_MOST_POINTS 4096
#define MSK_SIGNATURE_MOST_TIME 600000

/* Less ink than this is a slip of the pen and no signature. */
#define MSK_SIGNATURE_LEAST_INK 200
#define MSK_SIGNATURE_LEAST_EXTENT 40

typedef struct
{
  guint x;
  guint y;
  guint at;
} MskSignaturePoint;

#define MSK_TYPE_SIGNATURE (msk_signature_get_type ())
G_DECLARE_FINAL_TYPE (MskSignature, msk_signature, MSK, SIGNATURE, GObject)

/* An empty one for a pad of this height, which is brought within the bounds. */
MskSignature *msk_signature_new (guint height) G_GNUC_WARN_UNUSED_RESULT;

guint msk_signature_get_height (MskSignature *self);
guint msk_signature_count_strokes (MskSignature *self);

/* Lent. */
const MskSignaturePoint *msk_signature_get_stroke (MskSignature *self, guint stroke, guint *points);

/* A stroke begins, or goes on: places outside the pad are brought to its edge, a point where the
 * pen already is and a time before the last are left out. FALSE, and nothing changes, when there is
 * room for no more. */
gboolean msk_signature_begin_stroke (MskSignature *self, int x, int y, gint64 at);
gboolean msk_signature_add_point (MskSignature *self, int x, int y, gint64 at);

/* Whether it may stand for somebody's signature. Fails with MSK_INPUT_ERROR_BAD_SIGNATURE for what
 * has too little ink, or stands on one spot. */
gboolean msk_signature_check (MskSignature *self, GError **error);

/* The one form in which it is kept: see README.md. The caller owns it. */
char *msk_signature_dup_text (MskSignature *self) G_GNUC_WARN_UNUSED_RESULT;

/* Reads that form, and no other spelling of it. Fails with MSK_INPUT_ERROR_BAD_SIGNATURE. The
 * caller owns it. */
MskSignature *msk_signature_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
