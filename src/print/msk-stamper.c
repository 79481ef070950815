/* Makes the numbered copies of a prepared paper: its bytes, with this copy's stamps.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-stamper.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "msk-error.h"
#include "msk-qr.h"
#include "msk-stamp-holder.h"
#include "msk-stamp-sheet.h"

#define FILE_ID_LENGTH 16
#define GROUP_DIGITS 5
#define GROUP_LINE_DIGITS (2 * GROUP_DIGITS)

/* Room for what a page's stamp takes, so that the text of a copy seldom has to grow. */
#define STAMP_SIZE_HINT 2048

struct _MskStamper
{
  GObject parent_instance;

  MskPreparedPdf *pdf;
  MskStampTemplate *template;
  MskStampArt *art;
  GPtrArray *sheets;       /* of MskStampSheet, one a page */
  MskStampObjects *shared; /* the objects that all copies have, right behind the paper's own */
  GString *entries;        /* of the cross-reference table: the paper's, then those of shared */
  guint font;              /* object numbers */
  guint resources;
  guint number_made;
  guint parent; /* of all copies, 0 for none */
};

G_DEFINE_FINAL_TYPE (MskStamper, msk_stamper, G_TYPE_OBJECT)

/* One copy while it is made. */
typedef struct
{
  MskStamper *stamper;
  const MskStampCopy *copy;
  MskTagSignFunc sign;
  gpointer user_data;
  MskStampObjects *own; /* the objects of the holder's mark, none without a holder */
  MskStampHolder *holder;
  GString *entries;
  GString *tail; /* everything behind the shared objects */
  GString *content;
  GString *fill[MSK_STAMP_GAP_COUNT];
} Work;

static guint64
get_tail_offset (const MskStamper *self)
{
  return self->shared->base + self->shared->text->len;
}

/* A specimen stands for any copy, so it has no number. */
static gboolean
is_number_of (const MskStamper *self, const MskStampCopy *copy)
{
  if (copy->specimen)
    return copy->number == 0;

  return msk_copy_number_is_valid (copy->number) &&
         msk_copy_number_get_parent (copy->number) == self->parent;
}

/* A child counts among its parent's, and its plain number is that of any of the paper. */
static gboolean
is_ordinal_of (const MskStamper *self, const MskStampCopy *copy)
{
  const guint counted = self->parent == 0 || copy->specimen
                            ? copy->ordinal
                            : msk_copy_number_get_ordinal (copy->number);

  return self->number_made == 0 || (copy->ordinal >= 1 && counted <= self->number_made);
}

static gboolean
check_copy (MskStamper *self, const MskStampCopy *copy, GError **error)
{
  if (is_number_of (self, copy) && copy->serial >= 1 && copy->serial <= MSK_TAG_SERIAL_MAX &&
      is_ordinal_of (self, copy))
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("A copy's number is outside what can be printed, so nothing was printed; "
                          "check the numbers of this paper."));
  return FALSE;
}

static void
begin_work (Work *work)
{
  const MskStamper *self = work->stamper;
  const MskStampCopy *copy = work->copy;
  g_autofree char *number = msk_copy_number_dup_text (copy->number);
  g_autofree char *ordinal = msk_copy_number_dup_ordinal_text (copy->number, copy->ordinal);

  work->entries = g_string_new_len (self->entries->str, (gssize) self->entries->len);
  work->tail = g_string_sized_new (self->sheets->len * STAMP_SIZE_HINT);
  work->content = g_string_sized_new (STAMP_SIZE_HINT);
  for (guint i = 0; i < MSK_STAMP_GAP_COUNT; i++)
    work->fill[i] = g_string_new (NULL);

  msk_stamp_art_append_heavy (self->art, work->fill[MSK_STAMP_GAP_NUMBER], number);
  msk_stamp_art_append_plain (self->art, work->fill[MSK_STAMP_GAP_ORDINAL], ordinal);
}

static void
end_work (Work *work)
{
  g_string_free (work->entries, TRUE);
  g_string_free (work->tail, TRUE);
  g_string_free (work->content, TRUE);
  for (guint i = 0; i < MSK_STAMP_GAP_COUNT; i++)
    g_string_free (work->fill[i], TRUE);
  msk_stamp_holder_free (work->holder);
  msk_stamp_objects_free (work->own);
}

static gboolean
add_holder (Work *work, GError **error)
{
  MskStamper *self = work->stamper;
  MskStampObjects *own =
      msk_stamp_objects_new (get_tail_offset (self), msk_stamp_objects_get_next (self->shared));

  work->own = own;
  if (work->copy->holder == NULL || work->copy->holder[0] == '\0')
    return TRUE;

  work->holder = msk_stamp_holder_new (self->template, work->copy->holder, self->font, own, error);
  if (work->holder == NULL)
    return FALSE;

  g_string_append_len (work->tail, own->text->str, (gssize) own->text->len);
  for (guint i = 0; i < own->offsets->len; i++)
    msk_stamp_append_xref_entry (work->entries, g_array_index (own->offsets, guint64, i));
  return TRUE;
}

static void
fill_groups (Work *work, const char *code)
{
  for (guint i = 0; i < MSK_STAMP_GROUP_LINES; i++)
    {
      GString *line = work->fill[MSK_STAMP_GAP_GROUPS + i];
      const char *digits = code + i * GROUP_LINE_DIGITS;
      char text[GROUP_LINE_DIGITS + 2];

      if (strlen (digits) > GROUP_DIGITS)
        g_snprintf (text, sizeof text, "%.*s %.*s", GROUP_DIGITS, digits, GROUP_DIGITS,
                    digits + GROUP_DIGITS);
      else
        g_strlcpy (text, digits, sizeof text);
      g_string_truncate (line, 0);
      msk_stamp_art_append_plain (work->stamper->art, line, text);
    }
}

static gboolean
fill_code (Work *work, guint page, GError **error)
{
  MskTag tag = { .kind = MSK_TAG_KIND_COPY, .serial = work->copy->serial, .page = page + 1 };
  char code[MSK_TAG_LENGTH + 1];
  g_autoptr(MskQr) qr = NULL;

  work->sign (&tag, work->user_data);
  msk_tag_write (&tag, code);
  qr = msk_qr_new (code, error);
  if (qr == NULL)
    return FALSE;

  g_string_truncate (work->fill[MSK_STAMP_GAP_CODE], 0);
  msk_qr_append_hex (qr, work->fill[MSK_STAMP_GAP_CODE]);
  fill_groups (work, code);
  return TRUE;
}

static gboolean
add_page (Work *work, guint index, GError **error)
{
  MskStamper *self = work->stamper;
  const MskPreparedPage *page = &g_array_index (self->pdf->pages, MskPreparedPage, index);
  const MskStampSheet *sheet = g_ptr_array_index (self->sheets, index);

  if (!fill_code (work, index, error))
    return FALSE;

  g_string_truncate (work->content, 0);
  if (work->holder != NULL)
    msk_stamp_holder_append (work->holder, work->content, page->width, page->height);
  msk_stamp_sheet_append (sheet, work->content, work->fill);

  msk_stamp_write_xref_entry (work->entries->str +
                                  (gsize) page->stamp_object * MSK_STAMP_XREF_ENTRY_LENGTH,
                              get_tail_offset (self) + work->tail->len);
  g_string_append_printf (work->tail,
                          "%u 0 obj\n<< %s/Resources %u 0 R /Length %" G_GSIZE_FORMAT
                          " >>\nstream\n",
                          page->stamp_object, sheet->dictionary,
                          work->holder != NULL ? work->holder->resources : self->resources,
                          work->content->len);
  g_string_append_len (work->tail, work->content->str, (gssize) work->content->len);
  g_string_append (work->tail, "\nendstream\nendobj\n");
  return TRUE;
}

/* The file's identifier tells two copies apart, and must tell nothing else: neither number, nor
 * serial, nor time. */
static gboolean
append_file_id (GString *text, GError **error)
{
  guint8 random[FILE_ID_LENGTH];

  if (getentropy (random, sizeof random) != 0)
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_MEMORY,
                           _ ("The system gave no random bytes, so nothing was printed; start the "
                              "computer again."));
      return FALSE;
    }

  g_string_append (text, "/ID [");
  for (guint twice = 0; twice < 2; twice++)
    {
      g_string_append_c (text, '<');
      for (guint i = 0; i < sizeof random; i++)
        g_string_append_printf (text, "%02x", random[i]);
      g_string_append_c (text, '>');
    }
  g_string_append_c (text, ']');
  return TRUE;
}

static gboolean
add_trailer (Work *work, GError **error)
{
  const MskStamper *self = work->stamper;
  guint64 offset = get_tail_offset (self) + work->tail->len;
  guint size = msk_stamp_objects_get_next (work->own);

  g_string_append_printf (work->tail, "xref\n0 %u\n", size);
  g_string_append_len (work->tail, work->entries->str, (gssize) work->entries->len);
  g_string_append_printf (work->tail, "trailer\n<< /Size %u /Root %u 0 R ", size,
                          self->pdf->root_object);
  if (!append_file_id (work->tail, error))
    return FALSE;

  g_string_append_printf (work->tail, " >>\nstartxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n", offset);
  return TRUE;
}

static GBytes *
join (const Work *work, GError **error)
{
  const MskStamper *self = work->stamper;
  gsize head = self->shared->base;
  gsize shared = self->shared->text->len;
  gsize size = head + shared + work->tail->len;
  char *data = g_try_malloc (size);

  if (data == NULL)
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_MEMORY,
                           _ ("There is not enough memory for a copy of this paper; close other "
                              "programs and try again."));
      return NULL;
    }

  memcpy (data, g_bytes_get_data (self->pdf->bytes, NULL), head);
  memcpy (data + head, self->shared->text->str, shared);
  memcpy (data + head + shared, work->tail->str, work->tail->len);
  return g_bytes_new_take (data, size);
}

static gboolean
make_sheets (MskStamper *self, GError **error)
{
  guint count = self->pdf->pages->len;
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (count > MSK_TAG_PAGE_MAX)
    {
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_UNSTAMPABLE,
                   _ ("The paper has more than %d pages, which a tag cannot count; split it into "
                      "several papers."),
                   MSK_TAG_PAGE_MAX);
      return FALSE;
    }

  for (guint i = 0; i < count; i++)
    {
      const MskPreparedPage *page = &g_array_index (self->pdf->pages, MskPreparedPage, i);
      MskStampSheet *sheet;

      /* Two pages with one stamp between them would carry the same tag. */
      if (!g_hash_table_add (seen, GUINT_TO_POINTER (page->stamp_object)))
        {
          g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER,
                               _ ("The prepared paper does not hold together: import its PDF "
                                  "again."));
          return FALSE;
        }
      sheet = msk_stamp_sheet_new (self->art, self->template, page, i, count, error);
      if (sheet == NULL)
        return FALSE;
      g_ptr_array_add (self->sheets, sheet);
    }
  return TRUE;
}

/* The table was checked when the prepared paper was made: "xref", a line with the count, then
 * entries of twenty bytes. */
static void
copy_entries (MskStamper *self)
{
  const char *table =
      (const char *) g_bytes_get_data (self->pdf->bytes, NULL) + self->pdf->xref_offset;
  g_autofree char *head = g_strdup_printf ("xref\n0 %u\n", self->pdf->object_count);

  self->entries = g_string_new_len (table + strlen (head),
                                    (gssize) self->pdf->object_count * MSK_STAMP_XREF_ENTRY_LENGTH);
  for (guint i = 0; i < self->shared->offsets->len; i++)
    msk_stamp_append_xref_entry (self->entries, g_array_index (self->shared->offsets, guint64, i));
}

static void
write_shared (MskStamper *self)
{
  g_autofree char *resources = NULL;

  self->shared = msk_stamp_objects_new (self->pdf->xref_offset, self->pdf->object_count);
  self->font = msk_stamp_font_write (self->art->font, self->shared);
  /* A page may say that grey is to be drawn as another colour, or as none. That must not reach the
   * marks, wherever a renderer looks for it. */
  resources =
      g_strdup_printf ("<< /ColorSpace << /DefaultGray /DeviceGray >> /Font << /F %u 0 R >> >>",
                       self->font);
  self->resources = msk_stamp_objects_add (self->shared, resources);
}

static void
msk_stamper_finalize (GObject *object)
{
  MskStamper *self = MSK_STAMPER (object);

  g_clear_pointer (&self->pdf, msk_prepared_pdf_free);
  g_clear_pointer (&self->template, msk_stamp_template_free);
  g_clear_pointer (&self->art, msk_stamp_art_free);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->shared, msk_stamp_objects_free);
  if (self->entries != NULL)
    g_string_free (self->entries, TRUE);

  G_OBJECT_CLASS (msk_stamper_parent_class)->finalize (object);
}

static void
msk_stamper_class_init (MskStamperClass *class)
{
  G_OBJECT_CLASS (class)->finalize = msk_stamper_finalize;
}

static void
msk_stamper_init (MskStamper *self)
{
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) msk_stamp_sheet_free);
}

MskStamper *
msk_stamper_new (MskPreparedPdf *pdf, const MskStampMarks *marks, GError **error)
{
  g_autoptr(MskStamper) self = NULL;

  g_return_val_if_fail (pdf != NULL, NULL);
  g_return_val_if_fail (marks != NULL && marks->mark != NULL && marks->level_label != NULL, NULL);
  g_return_val_if_fail ((marks->parent != 0) == (marks->copied != NULL), NULL);

  self = g_object_new (MSK_TYPE_STAMPER, NULL);
  self->pdf = msk_prepared_pdf_copy (pdf);
  self->number_made = marks->number_made;
  self->parent = marks->parent;
  self->template = msk_stamp_template_load (marks->layout, error);
  if (self->template == NULL)
    return NULL;
  self->art = msk_stamp_art_new (self->template, marks, error);
  if (self->art == NULL || !make_sheets (self, error))
    return NULL;

  /* Fonts belong to the thread that opened them; copies may be made in another. */
  g_clear_object (&self->art->context);
  write_shared (self);
  copy_entries (self);
  return g_steal_pointer (&self);
}

GBytes *
msk_stamper_stamp (MskStamper *self,
                   const MskStampCopy *copy,
                   MskTagSignFunc sign,
                   gpointer user_data,
                   GError **error)
{
  Work work = { .stamper = self, .copy = copy, .sign = sign, .user_data = user_data };
  GBytes *result = NULL;
  gboolean done;

  g_return_val_if_fail (MSK_IS_STAMPER (self), NULL);
  g_return_val_if_fail (copy != NULL && sign != NULL, NULL);

  if (!check_copy (self, copy, error))
    return NULL;

  begin_work (&work);
  done = add_holder (&work, error);
  for (guint i = 0; done && i < self->sheets->len; i++)
    done = add_page (&work, i, error);
  if (done && add_trailer (&work, error))
    result = join (&work, error);
  end_work (&work);
  return result;
}

GArray *
msk_stamper_dup_rectangles (MskStamper *self, guint page)
{
  const MskStampSheet *sheet;
  GArray *rectangles;

  g_return_val_if_fail (MSK_IS_STAMPER (self), NULL);
  g_return_val_if_fail (page < self->sheets->len, NULL);

  sheet = g_ptr_array_index (self->sheets, page);
  rectangles = g_array_new (FALSE, FALSE, sizeof (MskStampRectangle));
  g_array_append_vals (rectangles, sheet->plan.rectangles, sheet->plan.rectangle_count);
  return rectangles;
}
