/* The texts that a paper's stamps are made of, drawn once, and digits for the rest.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-stamp-art.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "msk-print-text.h"

#define DIGITS "0123456789"
#define NUMBER_DIGITS 6

/* "/255", and "/15" behind that. */
#define FIRST_LENGTH 4
#define SECOND_LENGTH 3

#define GROUP_LINE_DIGITS 10

/* Between "Page 3 of 12" and "Copy 14 of 30". */
#define FOOTER_GAP "   "

static gboolean
draw_marks (MskStampArt *self,
            const MskStampTemplate *template,
            const MskStampMarks *marks,
            GError **error)
{
  const char *face = template->heavy_font;

  self->mark = msk_stamp_font_shape (self->font, self->context, face, marks->mark, error);
  if (self->mark == NULL)
    return FALSE;
  self->level = msk_stamp_font_shape (self->font, self->context, face, marks->level_label, error);
  if (self->level == NULL)
    return FALSE;
  if (marks->urgency != NULL && marks->urgency[0] != '\0')
    {
      self->urgency = msk_stamp_font_shape (self->font, self->context, face, marks->urgency, error);
      if (self->urgency == NULL)
        return FALSE;
      self->widths.urgency = self->urgency->width;
    }

  if (marks->copied != NULL)
    {
      self->copied = msk_stamp_font_shape (self->font, self->context, template->plain_font,
                                           marks->copied, error);
      if (self->copied == NULL)
        return FALSE;
      self->widths.copied = self->copied->width;
    }

  self->widths.mark = self->mark->width;
  self->widths.level = self->level->width;
  return TRUE;
}

/* How many characters the longest number has that these marks are for. */
static guint
get_number_length (const MskStampMarks *marks)
{
  if (marks->parent == 0)
    return NUMBER_DIGITS;

  return NUMBER_DIGITS + FIRST_LENGTH +
         (msk_copy_number_is_reproduction (marks->parent) ? SECOND_LENGTH : 0);
}

static gboolean
draw_strokes (MskStampArt *self,
              const MskStampTemplate *template,
              const MskStampMarks *marks,
              GError **error)
{
  double width;

  return marks->parent == 0 ||
         (msk_stamp_font_take_characters (self->font, self->context, template->heavy_font, "/",
                                          self->heavy_stroke, &width, error) &&
          msk_stamp_font_take_characters (self->font, self->context, template->plain_font, "/",
                                          self->plain_stroke, &width, error));
}

static gboolean
draw_digits (MskStampArt *self,
             const MskStampTemplate *template,
             const MskStampMarks *marks,
             double *plain_widest,
             GError **error)
{
  double heavy_widest, space_width;

  if (!msk_stamp_font_take_characters (self->font, self->context, template->heavy_font, DIGITS,
                                       self->heavy_digits, &heavy_widest, error) ||
      !msk_stamp_font_take_characters (self->font, self->context, template->plain_font, DIGITS,
                                       self->plain_digits, plain_widest, error) ||
      !msk_stamp_font_take_characters (self->font, self->context, template->plain_font, " ",
                                       self->plain_space, &space_width, error) ||
      !draw_strokes (self, template, marks, error))
    return FALSE;

  self->widths.number = get_number_length (marks) * heavy_widest;
  self->widths.groups = GROUP_LINE_DIGITS * *plain_widest + space_width;
  return TRUE;
}

/* "Copy {number} of 30" is cut at the place where each copy puts its own number. */
static gboolean
draw_copy_text (MskStampArt *self,
                const MskStampTemplate *template,
                const MskStampMarks *marks,
                double digit_width,
                GError **error)
{
  g_autoptr(GString) text = NULL;
  g_autofree char *made = g_strdup_printf ("%u", marks->number_made);
  g_auto(GStrv) parts = NULL;
  g_autofree char *before = NULL;

  if (marks->number_made == 0)
    return TRUE;

  /* TRANSLATORS: printed small on each page; {number} and {made} stay as they are. */
  text = g_string_new (marks->copy_text != NULL ? marks->copy_text : _ ("Copy {number} of {made}"));
  g_string_replace (text, "{made}", made, 0);
  parts = g_strsplit (text->str, "{number}", 2);
  before = g_strconcat (FOOTER_GAP, parts[0], NULL);

  self->copy_before =
      msk_stamp_font_shape (self->font, self->context, template->plain_font, before, error);
  if (self->copy_before == NULL)
    return FALSE;
  self->copy_after = msk_stamp_font_shape (self->font, self->context, template->plain_font,
                                           parts[1] != NULL ? parts[1] : "", error);
  if (self->copy_after == NULL)
    return FALSE;

  self->widths.footer =
      self->copy_before->width + self->copy_after->width +
      (marks->parent == 0 ? strlen (made) : get_number_length (marks)) * digit_width;
  return TRUE;
}

MskStampArt *
msk_stamp_art_new (const MskStampTemplate *template, const MskStampMarks *marks, GError **error)
{
  g_autoptr(MskStampArt) self = g_new0 (MskStampArt, 1);
  double digit_width;

  g_return_val_if_fail (template != NULL && marks != NULL, NULL);

  self->context = msk_print_text_create_context ();
  self->font = msk_stamp_font_new ();
  /* TRANSLATORS: printed small on each page; {page} and {pages} stay as they are. */
  self->page_text =
      g_strdup (marks->page_text != NULL ? marks->page_text : _ ("Page {page} of {pages}"));
  if (!draw_marks (self, template, marks, error) ||
      !draw_digits (self, template, marks, &digit_width, error) ||
      !draw_copy_text (self, template, marks, digit_width, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
msk_stamp_art_free (MskStampArt *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->context);
  msk_stamp_font_free (self->font);
  msk_stamp_run_free (self->mark);
  msk_stamp_run_free (self->urgency);
  msk_stamp_run_free (self->level);
  msk_stamp_run_free (self->copy_before);
  msk_stamp_run_free (self->copy_after);
  msk_stamp_run_free (self->copied);
  g_free (self->page_text);
  g_free (self);
}

MskStampRun *
msk_stamp_art_shape_page (MskStampArt *self,
                          const MskStampTemplate *template,
                          guint page,
                          guint pages,
                          GError **error)
{
  g_autoptr(GString) text = g_string_new (self->page_text);
  g_autofree char *page_text = g_strdup_printf ("%u", page);
  g_autofree char *pages_text = g_strdup_printf ("%u", pages);

  g_return_val_if_fail (self != NULL && self->context != NULL && template != NULL, NULL);

  g_string_replace (text, "{page}", page_text, 0);
  g_string_replace (text, "{pages}", pages_text, 0);
  return msk_stamp_font_shape (self->font, self->context, template->plain_font, text->str, error);
}

static void
append_code (GString *text, guint8 code)
{
  static const char hex[] = "0123456789ABCDEF";

  g_string_append_c (text, hex[code >> 4]);
  g_string_append_c (text, hex[code & 15]);
}

void
msk_stamp_art_append_heavy (const MskStampArt *self, GString *text, const char *digits)
{
  g_return_if_fail (self != NULL && text != NULL && digits != NULL);

  for (; *digits != '\0'; digits++)
    append_code (text, *digits == '/' ? self->heavy_stroke[0] : self->heavy_digits[*digits - '0']);
}

void
msk_stamp_art_append_plain (const MskStampArt *self, GString *text, const char *digits)
{
  g_return_if_fail (self != NULL && text != NULL && digits != NULL);

  for (; *digits != '\0'; digits++)
    append_code (text, *digits == ' '   ? self->plain_space[0]
                       : *digits == '/' ? self->plain_stroke[0]
                                        : self->plain_digits[*digits - '0']);
}
