/* Text for paper: laid out by pango, refused when a character would be an empty box.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* A context whose measures do not depend on a screen: no hinting, no rounding. The caller owns it.
 * Use it in the thread that made it. */
PangoContext *msk_print_text_create_context (void) G_GNUC_WARN_UNUSED_RESULT;

/* Lays out text. Fails with MSK_INPUT_ERROR_MISSING_GLYPH, and names the character, when a
 * character has no glyph in any font of this machine, is a control character, or the text is not
 * valid UTF-8. Line feeds begin a new paragraph when paragraphs is TRUE and are refused otherwise.
 * The caller owns the result. */
PangoLayout *msk_print_text_lay_out (PangoContext *context,
                                     const char *font,
                                     double size,
                                     const char *text,
                                     gboolean paragraphs,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Show a layout with its upper left corner at a place, or one line of it with its baseline there:
 * so that every character is seen. */
void msk_print_text_show (cairo_t *cairo, PangoLayout *layout, double x, double y);
void msk_print_text_show_line (cairo_t *cairo, PangoLayoutLine *line, double x, double y);

G_END_DECLS
