/* A QR symbol for a code of digits: its modules, and how to draw it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

/* The white margin that readers need on every side, in modules. */
#define MSK_QR_QUIET_ZONE 4

/* Dots along the side of a module in the picture of a symbol. With one dot, a renderer at 150 dpi
 * makes some modules three and some four pixels wide, which readers stumble over; or it smooths the
 * picture, which is worse. With four it has enough to make an honest grey at the edges. */
#define MSK_QR_DOTS 4

typedef struct _MskQr MskQr;

/* Makes the smallest symbol at error correction level Q in numeric mode. Fails with
 * MSK_INPUT_ERROR_BAD_VALUE when the code is empty, holds anything but ASCII digits, or is too long
 * for any symbol, and with MSK_SYSTEM_ERROR_MEMORY. The caller owns the result. */
MskQr *msk_qr_new (const char *code, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void msk_qr_free (MskQr *self);

/* The number of modules along one side, without the quiet zone: 25 for a tag. */
guint msk_qr_get_width (const MskQr *self);
gboolean msk_qr_is_dark (const MskQr *self, guint column, guint row);

/* How many modules a side has for any code of this many digits; 0 when none is large enough. */
guint msk_qr_get_width_for_length (gsize length);

/* Appends a 1-bit picture of the symbol, rows from the top, as hexadecimal text: MSK_QR_DOTS dots
 * to a module each way, 0 for dark, each row padded to whole bytes. What is dark is one dot
 * narrower and lower than its modules, at its left and its upper side: ink spreads, a picture that
 * is not sharp is darker between two dark modules than it should be, and readers that tell dark
 * from light by the mean of a wide surrounding then lose the light ones. */
void msk_qr_append_hex (const MskQr *self, GString *text);

/* Draws the symbol in black on a white box that holds the quiet zone. x and y are the box's upper
 * left corner. */
void msk_qr_draw (const MskQr *self, cairo_t *cairo, double x, double y, double module);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskQr, msk_qr_free)

G_END_DECLS
