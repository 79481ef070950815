/* One page's stamp, written but for the gaps that each copy fills with its own digits.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-stamp-sheet.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-qr.h"

typedef struct
{
  char *text;
  gsize length;
  MskStampGap gap;
} Piece;

static void
clear_piece (gpointer data)
{
  Piece *piece = data;

  g_free (piece->text);
}

/* Ends what has been written so far with a gap. */
static void
add_gap (MskStampSheet *self, GString *text, MskStampGap gap)
{
  Piece piece = { g_strndup (text->str, text->len), text->len, gap };

  g_array_append_val (self->pieces, piece);
  g_string_truncate (text, 0);
}

static void
append_rectangle (GString *text, const MskStampRectangle *rectangle)
{
  const double numbers[] = { rectangle->x, rectangle->y, rectangle->width, rectangle->height };

  msk_stamp_append_numbers (text, numbers, G_N_ELEMENTS (numbers));
}

static void
append_place (GString *text, const MskStampPlace *place)
{
  g_string_append (text, "/F ");
  msk_stamp_append_number (text, place->size);
  g_string_append (text, " Tf 1 0 0 1 ");
  msk_stamp_append_number (text, place->x);
  g_string_append_c (text, ' ');
  msk_stamp_append_number (text, place->y);
  g_string_append (text, " Tm ");
}

static void
append_run (GString *text, const MskStampPlace *place, const MskStampRun *run)
{
  append_place (text, place);
  g_string_append (text, run->operators);
  g_string_append_c (text, '\n');
}

static void
append_gap_text (MskStampSheet *self, GString *text, const MskStampPlace *place, MskStampGap gap)
{
  append_place (text, place);
  g_string_append_c (text, '<');
  add_gap (self, text, gap);
  g_string_append (text, "> Tj\n");
}

/* The symbol is one picture: hundreds of rectangles would be slower to print and leave seams. It is
 * a mask, because renderers smooth pictures more than they do masks. */
static void
append_symbol (MskStampSheet *self, GString *text, guint modules)
{
  const MskStampRectangle *code = &self->plan.code;
  guint dots = modules * MSK_QR_DOTS;
  const double matrix[] = { code->width, 0, 0, code->height, code->x, code->y };

  g_string_append (text, "q ");
  msk_stamp_append_numbers (text, matrix, G_N_ELEMENTS (matrix));
  g_string_append_printf (text, "cm\nBI /W %u /H %u /BPC 1 /IM true /F /AHx ID\n", dots, dots);
  add_gap (self, text, MSK_STAMP_GAP_CODE);
  g_string_append (text, ">\nEI Q\n");
}

static void
append_footer (MskStampSheet *self,
               GString *text,
               const MskStampArt *art,
               const MskStampRun *page_run)
{
  append_run (text, &self->plan.footer, page_run);
  if (art->copy_before == NULL)
    return;

  /* Each text moves on to where the next begins, so the copy's number may be of any length. */
  g_string_append (text, art->copy_before->operators);
  g_string_append_c (text, '<');
  add_gap (self, text, MSK_STAMP_GAP_ORDINAL);
  g_string_append (text, "> Tj ");
  g_string_append (text, art->copy_after->operators);
  g_string_append_c (text, '\n');
}

static void
append_block (MskStampSheet *self, GString *text, const MskStampArt *art)
{
  append_gap_text (self, text, &self->plan.block[0], MSK_STAMP_GAP_NUMBER);
  append_run (text, &self->plan.block[1], art->mark);
  if (art->urgency != NULL)
    append_run (text, &self->plan.block[2], art->urgency);
}

static void
write_pieces (MskStampSheet *self,
              const MskStampArt *art,
              const MskStampRun *page_run,
              gboolean first,
              guint modules)
{
  g_autoptr(GString) text = g_string_new ("1 g\n");

  for (guint i = 0; i < self->plan.rectangle_count; i++)
    {
      append_rectangle (text, &self->plan.rectangles[i]);
      g_string_append (text, "re\n");
    }
  g_string_append (text, "f\n0 g\n");
  append_symbol (self, text, modules);

  g_string_append (text, "BT\n");
  if (first)
    append_block (self, text, art);
  append_run (text, &self->plan.level_top, art->level);
  append_run (text, &self->plan.level_bottom, art->level);
  append_footer (self, text, art, page_run);
  if (art->copied != NULL)
    append_run (text, &self->plan.copied, art->copied);
  append_gap_text (self, text, &self->plan.number, MSK_STAMP_GAP_NUMBER);
  for (guint i = 0; i < MSK_STAMP_GROUP_LINES; i++)
    append_gap_text (self, text, &self->plan.groups[i], MSK_STAMP_GAP_GROUPS + i);
  g_string_append (text, "ET\n");
  add_gap (self, text, MSK_STAMP_GAP_NONE);
}

static char *
dup_dictionary (const MskPreparedPage *page)
{
  g_autoptr(GString) text = g_string_new ("/Type /XObject /Subtype /Form /BBox [0 0 ");

  msk_stamp_append_number (text, page->width);
  g_string_append_c (text, ' ');
  msk_stamp_append_number (text, page->height);
  g_string_append (text, "] /Matrix [");
  /* A matrix takes more decimals than a place does: it may hold the scale of a page in units of
   * metres. */
  for (guint i = 0; i < G_N_ELEMENTS (page->matrix); i++)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                              g_ascii_formatd (buffer, sizeof buffer, "%.8f", page->matrix[i]));
    }
  g_string_append (text, "] ");
  return g_strdup (text->str);
}

static gboolean
fit_plan (MskStampSheet *self,
          const MskStampArt *art,
          const MskStampTemplate *template,
          const MskPreparedPage *page,
          const MskStampRun *page_run,
          guint index,
          guint modules,
          GError **error)
{
  MskStampWidths widths = art->widths;

  widths.footer += page_run->width;
  if (msk_stamp_plan_fit (template, &widths, page->width, page->height, index == 0, modules,
                          &self->plan))
    return TRUE;

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_UNSTAMPABLE,
               _ ("Page %u is too small for the marks that every page must carry; ask the "
                  "originator for the paper on a larger format, such as A4."),
               index + 1);
  return FALSE;
}

MskStampSheet *
msk_stamp_sheet_new (MskStampArt *art,
                     const MskStampTemplate *template,
                     const MskPreparedPage *page,
                     guint index,
                     guint count,
                     GError **error)
{
  g_autoptr(MskStampSheet) self = g_new0 (MskStampSheet, 1);
  g_autoptr(MskStampRun) page_run = NULL;
  guint modules = msk_qr_get_width_for_length (MSK_TAG_LENGTH);

  g_return_val_if_fail (art != NULL && template != NULL && page != NULL, NULL);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, clear_piece);
  page_run = msk_stamp_art_shape_page (art, template, index + 1, count, error);
  if (page_run == NULL || !fit_plan (self, art, template, page, page_run, index, modules, error))
    return NULL;

  self->dictionary = dup_dictionary (page);
  write_pieces (self, art, page_run, index == 0, modules);
  return g_steal_pointer (&self);
}

void
msk_stamp_sheet_free (MskStampSheet *self)
{
  if (self == NULL)
    return;

  g_free (self->dictionary);
  g_array_unref (self->pieces);
  g_free (self);
}

void
msk_stamp_sheet_append (const MskStampSheet *self,
                        GString *content,
                        GString *const fill[MSK_STAMP_GAP_COUNT])
{
  g_return_if_fail (self != NULL && content != NULL && fill != NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      g_string_append_len (content, piece->text, (gssize) piece->length);
      if (piece->gap != MSK_STAMP_GAP_NONE)
        g_string_append_len (content, fill[piece->gap]->str, (gssize) fill[piece->gap]->len);
    }
}
