/* A checklist of measures before a meeting (M1) or after it (M9), read from text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-checklist.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "msk-checklists.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"

#define RESOURCE_FOLDER "/org/meetingsecrecy/Kit/checklists/"
#define HEAD "checklist"
#define TEXT_MAX_CHARS 200
#define ID_MAX_CHARS 40
#define VERSION_MAX 9999

G_DEFINE_FINAL_TYPE (MskChecklist, msk_checklist, G_TYPE_OBJECT)

static void
msk_checklist_finalize (GObject *object)
{
  MskChecklist *self = MSK_CHECKLIST (object);

  g_free (self->text);
  g_clear_pointer (&self->measures, g_ptr_array_unref);

  G_OBJECT_CLASS (msk_checklist_parent_class)->finalize (object);
}

static void
msk_checklist_class_init (MskChecklistClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_checklist_finalize;
}

static void
msk_checklist_init (MskChecklist *self)
{
  self->measures = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Names the entry that is wrong. */
static gboolean
fail_at (GError **error, const char *group, const char *key)
{
  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
               /* TRANSLATORS: %s/%s name an entry of a file. */
               _ ("The checklist of measures is damaged (%s/%s), so no meeting can be prepared by "
                  "it: install the program again, or bring back the last backup."),
               group, key);
  return FALSE;
}

static gboolean
is_sound_text (const char *value)
{
  if (value == NULL || *value == '\0' || g_utf8_strlen (value, -1) > TEXT_MAX_CHARS)
    return FALSE;

  for (const char *c = value; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isprint (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

static gboolean
is_sound_id (const char *id)
{
  return *id != '\0' && strlen (id) <= ID_MAX_CHARS &&
         strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (id);
}

/* Whatever was read is removed, so that what is left was not asked for. */
static char *
take (GKeyFile *file, const char *group, const char *key)
{
  char *value = g_key_file_get_string (file, group, key, NULL);

  g_key_file_remove_key (file, group, key, NULL);
  return value;
}

static gboolean
read_texts (MskMeasure *measure, GKeyFile *file, GError **error)
{
  g_autofree char *plain = NULL;

  measure->text = g_key_file_get_locale_string (file, measure->id, "text", NULL, NULL);
  measure->chinese_text = take (file, measure->id, "text[zh_CN]");
  plain = take (file, measure->id, "text");
  return (is_sound_text (plain) && is_sound_text (measure->text) &&
          is_sound_text (measure->chinese_text)) ||
         fail_at (error, measure->id, "text");
}

static gboolean
read_liaison (MskMeasure *measure, GKeyFile *file, GError **error)
{
  g_autofree char *value = take (file, measure->id, "liaison");
  int department = MSK_DEPARTMENT_OTHER;

  measure->needs_liaison = value != NULL;
  if (value != NULL && !msk_enum_parse (MSK_TYPE_DEPARTMENT, value, &department))
    return fail_at (error, measure->id, "liaison");

  measure->department = (MskDepartment) department;
  return TRUE;
}

static gboolean
read_measure (MskChecklist *self, GKeyFile *file, const char *id, GError **error)
{
  MskMeasure *measure = msk_measure_new ();
  g_autofree char *area = NULL;
  g_autofree char *mandatory = NULL;
  g_auto(GStrv) left = NULL;
  int value;

  g_ptr_array_add (self->measures, measure);
  measure->phase = self->phase;
  measure->id = g_strdup (id);
  if (!is_sound_id (id))
    return fail_at (error, id, "");

  area = take (file, id, "area");
  mandatory = take (file, id, "mandatory");
  if (area == NULL || !msk_enum_parse (MSK_TYPE_MEASURE_AREA, area, &value))
    return fail_at (error, id, "area");
  if (g_strcmp0 (mandatory, "true") != 0 && g_strcmp0 (mandatory, "false") != 0)
    return fail_at (error, id, "mandatory");

  measure->area = (MskMeasureArea) value;
  measure->mandatory = g_str_equal (mandatory, "true");
  if (!read_texts (measure, file, error) || !read_liaison (measure, file, error))
    return FALSE;

  left = g_key_file_get_keys (file, id, NULL, NULL);
  return left == NULL || left[0] == NULL || fail_at (error, id, left[0]);
}

static gboolean
read_head (MskChecklist *self, GKeyFile *file, GError **error)
{
  g_autofree char *phase = take (file, HEAD, "phase");
  g_autofree char *value = take (file, HEAD, "version");
  guint64 version;
  int number;

  if (phase == NULL || !msk_enum_parse (MSK_TYPE_MEASURE_PHASE, phase, &number))
    return fail_at (error, HEAD, "phase");
  self->phase = (MskMeasurePhase) number;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 1, VERSION_MAX, &version, NULL))
    return fail_at (error, HEAD, "version");

  self->version = (guint) version;
  return TRUE;
}

static int
compare_areas (gconstpointer a, gconstpointer b)
{
  const MskMeasure *first = *(MskMeasure *const *) a;
  const MskMeasure *second = *(MskMeasure *const *) b;

  return (int) first->area - (int) second->area;
}

static gboolean
read_checklist (MskChecklist *self, GKeyFile *file, GError **error)
{
  g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);
  g_auto(GStrv) left = NULL;

  if (!read_head (self, file, error))
    return FALSE;
  left = g_key_file_get_keys (file, HEAD, NULL, NULL);
  if (left != NULL && left[0] != NULL)
    return fail_at (error, HEAD, left[0]);

  for (guint i = 0; groups[i] != NULL; i++)
    if (!g_str_equal (groups[i], HEAD) && !read_measure (self, file, groups[i], error))
      return FALSE;
  if (self->measures->len == 0)
    return fail_at (error, HEAD, "");

  /* GLib's sort of an array keeps the order of what is equal. */
  g_ptr_array_sort (self->measures, compare_areas);
  return TRUE;
}

MskChecklist *
msk_checklist_load (MskMeasurePhase phase, GError **error)
{
  const char *path = phase == MSK_MEASURE_PHASE_BEFORE ? RESOURCE_FOLDER "before.ini"
                                                       : RESOURCE_FOLDER "after.ini";
  /* Naming the resource also keeps the linker from dropping it with the rest of a static library.
   */
  g_autoptr(GBytes) data = g_resource_lookup_data (msk_checklists_get_resource (), path,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gsize size;
  const char *text;

  if (data == NULL)
    return NULL;

  text = g_bytes_get_data (data, &size);
  return msk_checklist_parse (text, (gssize) size, error);
}

MskChecklist *
msk_checklist_parse (const char *text, gssize length, GError **error)
{
  g_autoptr(MskChecklist) self = NULL;
  g_autoptr(GKeyFile) file = g_key_file_new ();

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (MSK_TYPE_CHECKLIST, NULL);
  self->text = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  if (!g_utf8_validate (self->text, -1, NULL) ||
      !g_key_file_load_from_data (file, self->text, strlen (self->text),
                                  G_KEY_FILE_KEEP_TRANSLATIONS, NULL))
    {
      fail_at (error, HEAD, "");
      return NULL;
    }

  return read_checklist (self, file, error) ? g_steal_pointer (&self) : NULL;
}

MskMeasure *
msk_checklist_find (MskChecklist *self, const char *id)
{
  g_return_val_if_fail (MSK_IS_CHECKLIST (self) && id != NULL, NULL);

  for (guint i = 0; i < self->measures->len; i++)
    {
      MskMeasure *measure = g_ptr_array_index (self->measures, i);

      if (g_str_equal (measure->id, id))
        return measure;
    }

  return NULL;
}
