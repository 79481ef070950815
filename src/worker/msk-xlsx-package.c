/* The parts of a workbook's package, a zip, one at a time and never more than a list can need.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-xlsx-package.h"

#include "msk-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define PIECE_SIZE (64 * 1024)

/* What office programs put into packages of other kinds. */
static const char *const foreign_parts[] = { "mimetype", "content.xml", "word/document.xml",
                                             "ppt/presentation.xml", NULL };

typedef struct archive Archive;

static void
archive_close (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_close)

static gboolean
refuse (GError **error, MskInputError code, const char *reason)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, (int) code, reason);

  return FALSE;
}

static gboolean
refuse_archive (GError **error, Archive *archive)
{
  const char *reason = archive_error_string (archive);

  if (reason != NULL && (strstr (reason, "assphrase") != NULL || strstr (reason, "ncrypt") != NULL))
    return refuse (error, MSK_INPUT_ERROR_XLSX_ENCRYPTED, reason);

  return refuse (error, MSK_INPUT_ERROR_XLSX_DAMAGED, reason != NULL ? reason : "no zip");
}

static Archive *
open_archive (GBytes *file, GError **error)
{
  g_autoptr(Archive) archive = archive_read_new ();
  gsize length;
  gconstpointer data = g_bytes_get_data (file, &length);

  if (archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK ||
      archive_read_open_memory (archive, data, length) != ARCHIVE_OK)
    {
      refuse_archive (error, archive);
      return NULL;
    }

  return g_steal_pointer (&archive);
}

/* The next part's name, or NULL at the end or with an error. */
static const char *
next_part (Archive *archive, struct archive_entry **entry, GError **error)
{
  const char *name;
  const int result = archive_read_next_header (archive, entry);

  if (result == ARCHIVE_EOF)
    return NULL;
  if (result < ARCHIVE_WARN)
    {
      refuse_archive (error, archive);
      return NULL;
    }

  name = archive_entry_pathname (*entry);
  if (name == NULL || *name == '\0')
    refuse (error, MSK_INPUT_ERROR_XLSX_DAMAGED, "a part without a name");
  else if (archive_entry_is_encrypted (*entry))
    refuse (error, MSK_INPUT_ERROR_XLSX_ENCRYPTED, "an encrypted part");
  else
    return name;

  return NULL;
}

static gboolean
judge_part (MskXlsxPackage *self, const char *name, GError **error)
{
  if (g_strv_contains (foreign_parts, name))
    return refuse (error, MSK_INPUT_ERROR_LIST_FOREIGN, "another kind of document");
  if (g_str_has_suffix (name, "vbaProject.bin") || g_str_has_prefix (name, "xl/macrosheets/"))
    return refuse (error, MSK_INPUT_ERROR_XLSX_MACRO, "macros");
  if (g_hash_table_size (self->names) >= MSK_XLSX_PARTS_MAX)
    return refuse (error, MSK_INPUT_ERROR_XLSX_BOMB, "too many parts");
  /* Two programs would read two different ones. */
  if (!g_hash_table_add (self->names, g_strdup (name)))
    return refuse (error, MSK_INPUT_ERROR_XLSX_DAMAGED, "two parts of one name");

  return TRUE;
}

gboolean
msk_xlsx_package_open (MskXlsxPackage *self, GBytes *file, GError **error)
{
  g_autoptr(Archive) archive = NULL;
  g_autoptr(GError) local_error = NULL;
  struct archive_entry *entry;
  const char *name;

  *self =
      (MskXlsxPackage){ file, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), 0 };
  archive = open_archive (file, error);
  if (archive == NULL)
    return FALSE;

  while ((name = next_part (archive, &entry, &local_error)) != NULL)
    if (!judge_part (self, name, error))
      return FALSE;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!msk_xlsx_package_has (self, "[Content_Types].xml"))
    return refuse (error, MSK_INPUT_ERROR_LIST_FOREIGN, "a zip, and no workbook");

  return TRUE;
}

void
msk_xlsx_package_clear (MskXlsxPackage *self)
{
  g_clear_pointer (&self->names, g_hash_table_unref);
}

gboolean
msk_xlsx_package_has (MskXlsxPackage *self, const char *name)
{
  return g_hash_table_contains (self->names, name);
}

static gboolean
count_piece (MskXlsxPackage *self, gsize length, GError **error)
{
  self->unpacked += length;
  if (self->unpacked > MSK_XLSX_UNPACKED_MAX ||
      (self->unpacked > MSK_XLSX_RATIO_FROM &&
       self->unpacked / MSK_XLSX_RATIO_MAX > g_bytes_get_size (self->file)))
    return refuse (error, MSK_INPUT_ERROR_XLSX_BOMB, "unpacks to too much");

  return TRUE;
}

static gboolean
read_pieces (MskXlsxPackage *self,
             Archive *archive,
             MskXlsxPiece piece,
             gpointer user_data,
             GError **error)
{
  g_autofree char *buffer = g_malloc (PIECE_SIZE);
  gssize got;

  while ((got = archive_read_data (archive, buffer, PIECE_SIZE)) > 0)
    if (!count_piece (self, (gsize) got, error) || !piece (buffer, (gsize) got, user_data, error))
      return FALSE;

  return got == 0 ? TRUE : refuse_archive (error, archive);
}

gboolean
msk_xlsx_package_read (MskXlsxPackage *self,
                       const char *name,
                       MskXlsxPiece piece,
                       gpointer user_data,
                       GError **error)
{
  g_autoptr(Archive) archive = open_archive (self->file, error);
  g_autoptr(GError) local_error = NULL;
  struct archive_entry *entry;
  const char *found;

  if (archive == NULL)
    return FALSE;
  while ((found = next_part (archive, &entry, &local_error)) != NULL)
    if (g_str_equal (found, name))
      return read_pieces (self, archive, piece, user_data, error);
  if (local_error == NULL)
    return refuse (error, MSK_INPUT_ERROR_XLSX_DAMAGED, "a part is missing");

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
ignore_piece (const char *data, gsize length, gpointer user_data, GError **error)
{
  return TRUE;
}

/* A package with one compressed part that has a name in UTF-8: character sets, time zone and zlib
 * are then all that they will ever be. */
static GBytes *
write_sample (void)
{
  static char sample[4096];
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();
  size_t used = 0;
  gboolean good = archive_write_set_format_zip (archive) == ARCHIVE_OK &&
                  archive_write_set_options (archive, "hdrcharset=UTF-8") == ARCHIVE_OK &&
                  archive_write_open_memory (archive, sample, sizeof sample, &used) == ARCHIVE_OK;

  archive_entry_set_pathname_utf8 (entry, "[Content_Types].xml");
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, 8);
  archive_entry_set_mtime (entry, 1000000000, 0);
  good = good && archive_write_header (archive, entry) == ARCHIVE_OK &&
         archive_write_data (archive, "aaaaaaaa", 8) == 8 &&
         archive_write_close (archive) == ARCHIVE_OK;
  archive_entry_free (entry);
  archive_write_free (archive);

  return good ? g_bytes_new_static (sample, used) : NULL;
}

gboolean
msk_xlsx_package_load (void)
{
  g_autoptr(GBytes) sample = NULL;
  g_auto(MskXlsxPackage) package = { NULL, NULL, 0 };

  /* Times are of no interest, but libarchive converts them, and would look for the zone each time.
   */
  g_setenv ("TZ", "UTC0", TRUE);
  sample = write_sample ();

  return sample != NULL && msk_xlsx_package_open (&package, sample, NULL) &&
         msk_xlsx_package_read (&package, "[Content_Types].xml", ignore_piece, NULL, NULL);
}
