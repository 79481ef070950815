/* A print template: a page's measures, read strictly from files built into the program.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-print-template.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "msk-error.h"
#include "msk-print-templates.h"

#define RESOURCE_ROOT "/org/meetingsecrecy/Kit/print-templates/"

static void
set_damaged (GError **error, const char *template_name, const char *detail)
{
  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
               /* TRANSLATORS: the first is a file's name, the second says which entry of it is
                  wrong. */
               _ ("The print template %s is damaged (%s), so nothing was printed; install the "
                  "program again."),
               template_name, detail);
}

static gboolean
read_measure (GKeyFile *file,
              const char *template_name,
              const MskPrintMeasure *measure,
              gpointer target,
              GError **error)
{
  g_auto(GStrv) parts = g_strsplit (measure->name, "/", 2);
  g_autoptr(GError) local = NULL;
  double value = g_key_file_get_double (file, parts[0], parts[1], &local);

  /* Written so that a value which is no number fails too. */
  if (local != NULL || !(value >= measure->minimum && value <= measure->maximum))
    {
      set_damaged (error, template_name, measure->name);
      return FALSE;
    }

  G_STRUCT_MEMBER (double, target, measure->offset) = value;
  g_key_file_remove_key (file, parts[0], parts[1], NULL);
  return TRUE;
}

static gboolean
read_text (GKeyFile *file,
           const char *template_name,
           const MskPrintText *text,
           gpointer target,
           GError **error)
{
  g_auto(GStrv) parts = g_strsplit (text->name, "/", 2);
  g_autofree char *value = g_key_file_get_string (file, parts[0], parts[1], NULL);

  if (value == NULL || value[0] == '\0')
    {
      set_damaged (error, template_name, text->name);
      return FALSE;
    }

  g_free (G_STRUCT_MEMBER (char *, target, text->offset));
  G_STRUCT_MEMBER (char *, target, text->offset) = g_steal_pointer (&value);
  g_key_file_remove_key (file, parts[0], parts[1], NULL);
  return TRUE;
}

/* What was read has been removed, so whatever is left was not asked for: most likely a mistyped
 * name. */
static gboolean
check_nothing_left (GKeyFile *file, const char *template_name, GError **error)
{
  g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto(GStrv) keys = g_key_file_get_keys (file, groups[i], NULL, NULL);

      if (keys != NULL && keys[0] != NULL)
        {
          g_autofree char *detail = g_strdup_printf ("%s/%s", groups[i], keys[0]);

          set_damaged (error, template_name, detail);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
msk_print_template_parse (const char *text,
                          gssize length,
                          const char *name,
                          const MskPrintMeasure *measures,
                          const MskPrintText *texts,
                          gpointer target,
                          GError **error)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) local = NULL;

  g_return_val_if_fail (text != NULL && name != NULL, FALSE);
  g_return_val_if_fail (measures != NULL && texts != NULL && target != NULL, FALSE);

  if (!g_key_file_load_from_data (file, text, length < 0 ? strlen (text) : (gsize) length,
                                  G_KEY_FILE_NONE, &local))
    {
      set_damaged (error, name, local->message);
      return FALSE;
    }

  for (; measures->name != NULL; measures++)
    if (!read_measure (file, name, measures, target, error))
      return FALSE;
  for (; texts->name != NULL; texts++)
    if (!read_text (file, name, texts, target, error))
      return FALSE;

  return check_nothing_left (file, name, error);
}

gboolean
msk_print_template_load (const char *path,
                         const MskPrintMeasure *measures,
                         const MskPrintText *texts,
                         gpointer target,
                         GError **error)
{
  g_autofree char *resource_path = g_strconcat (RESOURCE_ROOT, path, NULL);
  g_autoptr(GError) local = NULL;
  g_autoptr(GBytes) data = NULL;
  gsize size;
  const char *text;

  /* Naming the resource also keeps the linker from dropping it with the rest of a static library.
   */
  data = g_resource_lookup_data (msk_print_templates_get_resource (), resource_path,
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, &local);
  if (data == NULL)
    {
      set_damaged (error, path, local->message);
      return FALSE;
    }

  text = g_bytes_get_data (data, &size);
  return msk_print_template_parse (text, (gssize) size, path, measures, texts, target, error);
}
