/* Tables for spreadsheets, as CSV or as a workbook, made in memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memfd_create() */
#include "msk-list-writer.h"

#include <csv.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <linux/magic.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/vfs.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "msk-error.h"
#include "msk-list-cell.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define LINE_END "\r\n"
#define MEMORY_FOLDER "/dev/shm"
#define PAPER_A4 9 /* as the format numbers sizes of paper */

typedef struct
{
  char *data;
  gsize length;
} Text;

static void
wipe_text (gpointer data)
{
  Text *text = data;

  explicit_bzero (text->data, text->length);
  g_free (text->data);
  g_free (text);
}

/* Takes data. */
static GBytes *
take_text (char *data, gsize length)
{
  Text *text = g_new (Text, 1);

  text->data = data;
  text->length = length;

  return g_bytes_new_with_free_func (data, length, wipe_text, text);
}

static void
append_field (GString *csv, const char *cell)
{
  g_autofree char *field = msk_list_cell_dup_for_csv (cell);
  const gsize length = strlen (field);
  const gsize size = csv_write (NULL, 0, field, length);
  const gsize start = csv->len;

  g_string_set_size (csv, start + size);
  csv_write (csv->str + start, size, field, length);
}

GBytes *
msk_list_writer_make_csv (GPtrArray *cells, guint n_columns)
{
  GString *csv;
  gsize length;

  g_return_val_if_fail (cells != NULL && n_columns > 0 && cells->len % n_columns == 0, NULL);

  csv = g_string_new (BYTE_ORDER_MARK);
  for (guint i = 0; i < cells->len; i++)
    {
      append_field (csv, g_ptr_array_index (cells, i));
      g_string_append (csv, (i + 1) % n_columns == 0 ? LINE_END : ",");
    }

  length = csv->len;
  return take_text (g_string_free (csv, FALSE), length);
}

static gboolean
fail (GError **error, const char *reason)
{
  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
               _ ("The workbook could not be made in memory (%s): export the list as CSV."),
               reason);
  return FALSE;
}

/* A folder in memory: nothing of a list ever lies on a disk in the clear but the file asked for. */
static char *
make_memory_folder (GError **error)
{
  g_autofree char *folder = g_strdup (MEMORY_FOLDER "/msk-XXXXXX");
  struct statfs place;

  if (statfs (MEMORY_FOLDER, &place) != 0)
    fail (error, g_strerror (errno));
  else if (place.f_type != TMPFS_MAGIC)
    fail (error, _ ("/dev/shm is no memory"));
  else if (g_mkdtemp (folder) == NULL)
    fail (error, g_strerror (errno));
  else
    return g_steal_pointer (&folder);

  return NULL;
}

static gboolean
is_escape (const char *text)
{
  return text[0] == '_' && text[1] == 'x' && g_ascii_isxdigit (text[2]) &&
         g_ascii_isxdigit (text[3]) && g_ascii_isxdigit (text[4]) && g_ascii_isxdigit (text[5]) &&
         text[6] == '_';
}

/* A workbook's text has characters as _x0041_ too, so what looks so is told apart. */
static char *
dup_escaped (const char *cell)
{
  g_autofree char *text = msk_list_cell_dup_for_workbook (cell);
  GString *escaped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (is_escape (at))
      g_string_append (escaped, "_x005F_");
    else
      g_string_append_c (escaped, *at);

  return g_string_free (escaped, FALSE);
}

/* In a header the ampersand begins a code. */
static void
mark_pages (lxw_worksheet *sheet, const char *mark)
{
  g_auto(GStrv) parts = g_strsplit (mark, "&", -1);
  g_autofree char *escaped = g_strjoinv ("&&", parts);
  g_autofree char *header = g_strconcat ("&C", escaped, NULL);
  g_autofree char *footer = g_strconcat ("&C", escaped, "&R&P / &N", NULL);

  worksheet_set_paper (sheet, PAPER_A4);
  worksheet_set_landscape (sheet);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_header (sheet, header);
  worksheet_set_footer (sheet, footer);
}

/* As a string whatever it looks like: neither a formula, nor a number, nor a link. */
static lxw_error
fill_sheet (lxw_workbook *book, GPtrArray *cells, guint n_columns, const char *mark)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);
  lxw_format *as_text = workbook_add_format (book);
  lxw_error result = LXW_NO_ERROR;

  if (mark != NULL)
    mark_pages (sheet, mark);
  format_set_num_format (as_text, "@");
  worksheet_set_column (sheet, 0, (lxw_col_t) (n_columns - 1), LXW_DEF_COL_WIDTH * 2, as_text);
  for (guint i = 0; i < cells->len && result == LXW_NO_ERROR; i++)
    {
      g_autofree char *text = dup_escaped (g_ptr_array_index (cells, i));

      if (*text != '\0')
        result = worksheet_write_string (sheet, i / n_columns, (lxw_col_t) (i % n_columns), text,
                                         as_text);
    }

  return result;
}

static gboolean
write_workbook (const char *path,
                char *folder,
                GPtrArray *cells,
                guint n_columns,
                const char *mark,
                GError **error)
{
  lxw_workbook_options options = { .tmpdir = folder };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_error filled;
  lxw_error closed;

  if (book == NULL)
    return fail (error, lxw_strerror (LXW_ERROR_MEMORY_MALLOC_FAILED));

  filled = fill_sheet (book, cells, n_columns, mark);
  closed = workbook_close (book);
  if (filled == LXW_NO_ERROR && closed == LXW_NO_ERROR)
    return TRUE;

  return fail (error, lxw_strerror (filled != LXW_NO_ERROR ? filled : closed));
}

static GBytes *
read_whole (int fd, GError **error)
{
  const off_t length = lseek (fd, 0, SEEK_END);
  char *data;
  gssize got = 0;
  off_t at = 0;

  if (length <= 0)
    {
      fail (error, g_strerror (errno));
      return NULL;
    }

  data = g_malloc ((gsize) length);
  while (at < length && (got = pread (fd, data + at, (gsize) (length - at), at)) > 0)
    at += got;
  if (at == length)
    return take_text (data, (gsize) length);

  fail (error, g_strerror (errno));
  g_free (data);
  return NULL;
}

GBytes *
msk_list_writer_make_workbook (GPtrArray *cells, guint n_columns, const char *mark, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  GBytes *bytes = NULL;
  int fd;

  g_return_val_if_fail (cells != NULL && n_columns > 0 && cells->len % n_columns == 0, NULL);

  fd = memfd_create ("list", MFD_CLOEXEC);
  if (fd < 0)
    {
      fail (error, g_strerror (errno));
      return NULL;
    }

  folder = make_memory_folder (error);
  path = g_strdup_printf ("/proc/self/fd/%d", fd);
  if (folder != NULL && write_workbook (path, folder, cells, n_columns, mark, error))
    bytes = read_whole (fd, error);
  if (folder != NULL)
    g_rmdir (folder);
  close (fd);

  return bytes;
}
