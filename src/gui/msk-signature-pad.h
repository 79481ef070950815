/* A pad to sign on with a pen, a finger or the mouse: it keeps strokes, never a picture.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "msk-signature.h"

G_BEGIN_DECLS

/* Signal "changed": something was written, or all of it wiped away. */
#define MSK_TYPE_SIGNATURE_PAD (msk_signature_pad_get_type ())
G_DECLARE_FINAL_TYPE (MskSignaturePad, msk_signature_pad, MSK, SIGNATURE_PAD, GtkWidget)

/* What was written so far. Lent. */
MskSignature *msk_signature_pad_get_signature (MskSignaturePad *self);

/* Shows one that was written before, and takes no more. */
void msk_signature_pad_show (MskSignaturePad *self, MskSignature *signature);

void msk_signature_pad_clear (MskSignaturePad *self);

G_END_DECLS
