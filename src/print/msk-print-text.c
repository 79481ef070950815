/* Text for paper: laid out by pango, refused when a character would be an empty box.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-print-text.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "msk-error.h"

/* Characters whose outlines cairo 1.16 spoils when it puts Noto Sans CJK into a PDF: they can be
 * copied from the page and are not seen on it. Their outlines are drawn as well. */
#define UNSEEN "如"

PangoContext *
msk_print_text_create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  /* Characters that Chinese and Japanese share get their Chinese shape, whatever the user's locale
   * is. */
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  return context;
}

/* The message names the character by its code as well: it may be one that the screen cannot show
 * either. */
static void
set_missing_glyph (GError **error, gunichar character)
{
  char shown[7] = { 0 };

  if (g_unichar_isprint (character))
    g_unichar_to_utf8 (character, shown);
  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_MISSING_GLYPH,
               /* TRANSLATORS: the first is one character, possibly empty, the second its code, such
                  as 20BB7. */
               _ ("No font of this computer has the character “%s” (U+%04X), so nothing was "
                  "printed: install a font that has it, or write another character."),
               shown, (guint) character);
}

static gboolean
check_characters (const char *text, gboolean paragraphs, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_MISSING_GLYPH,
                           _ ("A text to print is not valid UTF-8, so nothing was printed: enter "
                              "it again."));
      return FALSE;
    }

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '\n' && paragraphs)
        continue;
      /* Pango draws nothing at all for U+FFFC and boxes for the others. */
      if (g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029 ||
          character == 0xFFFC)
        {
          set_missing_glyph (error, character);
          return FALSE;
        }
    }
  return TRUE;
}

/* Which character it was: the first whose own layout has an unknown glyph. */
static gunichar
find_missing (PangoLayout *layout, const char *text)
{
  g_autoptr(PangoLayout) probe = pango_layout_copy (layout);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      pango_layout_set_text (probe, c, (int) (g_utf8_next_char (c) - c));
      if (pango_layout_get_unknown_glyphs_count (probe) > 0)
        return g_utf8_get_char (c);
    }
  return 0xFFFD;
}

PangoLayout *
msk_print_text_lay_out (PangoContext *context,
                        const char *font,
                        double size,
                        const char *text,
                        gboolean paragraphs,
                        GError **error)
{
  g_autoptr(PangoLayout) layout = NULL;
  PangoFontDescription *description;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (font != NULL && size > 0 && text != NULL, NULL);

  if (!check_characters (text, paragraphs, error))
    return NULL;

  layout = pango_layout_new (context);
  description = pango_font_description_from_string (font);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_single_paragraph_mode (layout, !paragraphs);
  pango_layout_set_text (layout, text, -1);

  if (pango_layout_get_unknown_glyphs_count (layout) > 0)
    {
      set_missing_glyph (error, find_missing (layout, text));
      return NULL;
    }
  return g_steal_pointer (&layout);
}

/* Draws the outlines of those characters of a line, and of no other: drawn twice, the line would
 * look heavier than those beside it. */
static void
draw_unseen (cairo_t *cairo, PangoLayoutLine *line, double x, double y)
{
  const char *text = pango_layout_get_text (line->layout);
  const char *from = text + line->start_index;
  PangoRectangle logical;
  const char *at;

  pango_layout_line_get_extents (line, NULL, &logical);
  while ((at = g_strstr_len (from, text + line->start_index + line->length - from, UNSEEN)) != NULL)
    {
      int left, right;

      pango_layout_line_index_to_x (line, (int) (at - text), FALSE, &left);
      pango_layout_line_index_to_x (line, (int) (at - text), TRUE, &right);
      cairo_save (cairo);
      cairo_rectangle (cairo, x + (double) MIN (left, right) / PANGO_SCALE,
                       y + (double) logical.y / PANGO_SCALE,
                       (double) ABS (right - left) / PANGO_SCALE,
                       (double) logical.height / PANGO_SCALE);
      cairo_clip (cairo);
      cairo_move_to (cairo, x, y);
      pango_cairo_layout_line_path (cairo, line);
      cairo_fill (cairo);
      cairo_restore (cairo);
      from = at + strlen (UNSEEN);
    }
}

void
msk_print_text_show (cairo_t *cairo, PangoLayout *layout, double x, double y)
{
  PangoLayoutIter *iter;

  g_return_if_fail (cairo != NULL && PANGO_IS_LAYOUT (layout));

  cairo_move_to (cairo, x, y);
  pango_cairo_show_layout (cairo, layout);

  iter = pango_layout_get_iter (layout);
  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      draw_unseen (cairo, pango_layout_iter_get_line_readonly (iter),
                   x + (double) logical.x / PANGO_SCALE,
                   y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

void
msk_print_text_show_line (cairo_t *cairo, PangoLayoutLine *line, double x, double y)
{
  g_return_if_fail (cairo != NULL && line != NULL);

  cairo_move_to (cairo, x, y);
  pango_cairo_show_layout_line (cairo, line);
  draw_unseen (cairo, line, x, y);
}
