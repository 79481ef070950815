/* The fonts and character maps that drawing a page may need, in memory before the sandbox closes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* fopen under its own name, and fopen64 beside it. */
#undef _FILE_OFFSET_BITS
#define _LARGEFILE64_SOURCE
#include "msk-preview-files.h"

#include <errno.h>
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <gio/gio.h>
#include <stdio.h>

/* Of the address space that the sandbox leaves. Fonts are only mapped: what is not drawn with costs
 * no memory. */
#define MAPPED_MAX ((gsize) 768 * 1024 * 1024)
#define MAP_FOLDER "/usr/share/poppler"

static GHashTable *files; /* path -> GMappedFile; NULL before the load */
static GHashTable *families;
static GPtrArray *used;
static gsize mapped;

static void
map_file (const char *path)
{
  g_autoptr(GMappedFile) file = NULL;

  if (g_hash_table_contains (files, path))
    return;
  file = g_mapped_file_new (path, FALSE, NULL);
  if (file == NULL || g_mapped_file_get_length (file) == 0 ||
      g_mapped_file_get_length (file) > MAPPED_MAX - mapped)
    return;

  mapped += g_mapped_file_get_length (file);
  g_hash_table_insert (files, g_strdup (path), g_steal_pointer (&file));
}

static void
map_folder (const char *folder)
{
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        map_folder (path);
      else
        map_file (path);
    }
}

static void
map_fonts (const FcFontSet *fonts)
{
  for (int i = 0; fonts != NULL && i < fonts->nfont; i++)
    {
      FcChar8 *path;
      FcChar8 *family;

      if (FcPatternGetString (fonts->fonts[i], FC_FILE, 0, &path) != FcResultMatch)
        continue;
      map_file ((const char *) path);
      if (FcPatternGetString (fonts->fonts[i], FC_FAMILY, 0, &family) == FcResultMatch &&
          !g_hash_table_contains (families, path))
        g_hash_table_insert (families, g_strdup ((const char *) path),
                             g_strdup ((const char *) family));
    }
}

gboolean
msk_preview_files_load (void)
{
  g_autoptr(GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        (GDestroyNotify) g_mapped_file_unref);

  if (!FcInit ())
    return FALSE;
  /* Else fontconfig looks every half minute whether its files have changed. */
  FcConfigSetRescanInterval (NULL, 0);

  families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  used = g_ptr_array_new ();
  files = g_steal_pointer (&table);
  map_fonts (FcConfigGetFonts (NULL, FcSetSystem));
  map_fonts (FcConfigGetFonts (NULL, FcSetApplication));
  map_folder (MAP_FOLDER);
  return g_hash_table_size (families) > 0;
}

GPtrArray *
msk_preview_files_get_used_fonts (void)
{
  g_return_val_if_fail (used != NULL, NULL);

  return used;
}

static void
note_use (const char *path)
{
  const char *family = g_hash_table_lookup (families, path);

  for (guint i = 0; i < used->len; i++)
    if (g_strcmp0 (g_ptr_array_index (used, i), family) == 0)
      return;
  if (family != NULL)
    g_ptr_array_add (used, (gpointer) family);
}

/* In place of FreeType's: poppler opens a font that is not in the paper with it. */
FT_Error
FT_New_Face (FT_Library library, const char *path, FT_Long index, FT_Face *face)
{
  GMappedFile *file = files == NULL || path == NULL ? NULL : g_hash_table_lookup (files, path);

  if (file == NULL)
    return FT_Err_Cannot_Open_Resource;

  note_use (path);
  return FT_New_Memory_Face (library, (const FT_Byte *) g_mapped_file_get_contents (file),
                             (FT_Long) g_mapped_file_get_length (file), index, face);
}

/* In place of the C library's: poppler reads its character maps with it. fopen64() is the same
 * function under another name, for what runs before the load. */
FILE *
fopen (const char *path, const char *mode)
{
  GMappedFile *file;

  if (files == NULL)
    return fopen64 (path, mode);

  file = g_hash_table_lookup (files, path);
  if (file == NULL || *mode != 'r')
    {
      errno = ENOENT;
      return NULL;
    }

  return fmemopen (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), "r");
}
