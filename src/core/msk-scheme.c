/* A scheme of marks: the words of the levels, how long each may last, who decides on copying.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-scheme.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-schemes.h"

#define RESOURCE_ROOT "/org/meetingsecrecy/Kit/schemes/"
#define TEXT_MAX_CHARS 40
#define YEARS_MAX 100

G_DEFINE_FINAL_TYPE (MskScheme, msk_scheme, G_TYPE_OBJECT)

static const char *const names[] = { "chinese", "english", NULL };

static const char *const authority_labels[] = {
  [MSK_AUTHORITY_ORIGINATOR] = N_ ("the organ that issued the paper"),
  [MSK_AUTHORITY_ORIGINATOR_OR_SUPERIOR] = N_ ("the organ that issued the paper, or one above it"),
  [MSK_AUTHORITY_COUNTY_LEADER] =
      N_ ("the leader in charge of a unit at or above county or regiment level"),
  [MSK_AUTHORITY_UNIT_LEADER] = N_ ("the leader in charge of a unit"),
};

static const char *const standing_labels[] = {
  [MSK_STANDING_UNSTATED] = N_ ("not stated"),
  [MSK_STANDING_UNIT] = N_ ("a unit below county or regiment level"),
  [MSK_STANDING_COUNTY] = N_ ("a unit at or above county or regiment level"),
  [MSK_STANDING_SUPERIOR] = N_ ("an organ above the one that issued the paper"),
};

/* One text of a scheme: where it is kept, and what it must hold. */
typedef struct
{
  const char *group;
  const char *key;
  gsize offset;
  const char *places[3];
  gboolean may_be_empty;
} Text;

#define AT(member) G_STRUCT_OFFSET (MskScheme, member)

static const Text texts[] = {
  { "scheme", "name", AT (name) },
  { "mark", "format", AT (mark), { "{word}", "{period}" } },
  { "mark", "ceiling", AT (ceiling_mark), { "{word}" } },
  { "period", "year", AT (year), { "{n}" } },
  { "period", "years", AT (years), { "{n}" } },
  { "period", "month", AT (month), { "{n}" } },
  { "period", "months", AT (months), { "{n}" } },
  { "period", "date", AT (date), { "{year}", "{month}", "{day}" } },
  { "period", "unlimited", AT (unlimited) },
  { "urgency", "urgent", AT (urgent) },
  { "urgency", "extra-urgent", AT (extra_urgent) },
  { "copy", "layout", AT (layout) },
  { "copy", "page", AT (page_text), { "{page}", "{pages}" } },
  { "copy", "copy", AT (copy_text), { "{number}", "{made}" }, TRUE },
  { "copy", "reproduction", AT (reproduction_text), { "{organ}", "{date}" } },
};

static void
msk_scheme_finalize (GObject *object)
{
  MskScheme *self = MSK_SCHEME (object);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (G_STRUCT_MEMBER (char *, self, texts[i].offset));
  g_free (self->text);
  g_free (self->label);
  g_strfreev (self->condition_begins);
  g_strfreev (self->condition_ends);
  for (MskLevel level = MSK_LEVEL_CONFIDENTIAL; level <= MSK_LEVEL_TOP_SECRET; level++)
    g_free (self->levels[level].word);

  G_OBJECT_CLASS (msk_scheme_parent_class)->finalize (object);
}

static void
msk_scheme_class_init (MskSchemeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_scheme_finalize;
}

static void
msk_scheme_init (MskScheme *self)
{
}

/* Names the entry that is wrong. */
static gboolean
fail_at (GError **error, const char *group, const char *key)
{
  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
               /* TRANSLATORS: %s/%s name an entry of a file. */
               _ ("The scheme of marks is damaged (%s/%s), so nothing can be marked: install the "
                  "program again, or bring back the last backup."),
               group, key);
  return FALSE;
}

/* One line that can be printed, each place in it once. */
static gboolean
is_sound_text (const char *value, const Text *text)
{
  if (*value == '\0')
    return text->may_be_empty;
  if (g_utf8_strlen (value, -1) > TEXT_MAX_CHARS)
    return FALSE;

  for (const char *c = value; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isprint (g_utf8_get_char (c)))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (text->places) && text->places[i] != NULL; i++)
    {
      const char *found = strstr (value, text->places[i]);

      if (found == NULL || strstr (found + 1, text->places[i]) != NULL)
        return FALSE;
    }

  return TRUE;
}

/* Whatever was read is removed, so that what is left was not asked for. */
static char *
take_text (GKeyFile *file, const Text *text, GError **error)
{
  g_autofree char *value = g_key_file_get_string (file, text->group, text->key, NULL);

  if (value == NULL || !is_sound_text (value, text))
    {
      fail_at (error, text->group, text->key);
      return NULL;
    }

  g_key_file_remove_key (file, text->group, text->key, NULL);
  return g_steal_pointer (&value);
}

static gboolean
take_list (GKeyFile *file, const char *key, GStrv *list, GError **error)
{
  *list = g_key_file_get_string_list (file, "period", key, NULL, NULL);
  if (*list == NULL)
    return fail_at (error, "period", key);
  for (guint i = 0; (*list)[i] != NULL; i++)
    if (*(*list)[i] == '\0')
      return fail_at (error, "period", key);

  g_key_file_remove_key (file, "period", key, NULL);
  return TRUE;
}

static gboolean
take_years (GKeyFile *file, const char *group, const char *key, guint *years, GError **error)
{
  g_autoptr(GError) local = NULL;
  int value = g_key_file_get_integer (file, group, key, &local);

  if (local != NULL || value < 1 || value > YEARS_MAX)
    return fail_at (error, group, key);

  *years = (guint) value;
  g_key_file_remove_key (file, group, key, NULL);
  return TRUE;
}

static gboolean
take_flag (GKeyFile *file, const char *group, const char *key, gboolean *flag, GError **error)
{
  g_autoptr(GError) local = NULL;
  gboolean value = g_key_file_get_boolean (file, group, key, &local);

  if (local != NULL)
    return fail_at (error, group, key);

  *flag = value;
  g_key_file_remove_key (file, group, key, NULL);
  return TRUE;
}

static gboolean
take_authority (GKeyFile *file,
                const char *group,
                const char *key,
                MskAuthority *authority,
                GError **error)
{
  g_autofree char *value = g_key_file_get_string (file, group, key, NULL);
  int parsed;

  if (value == NULL || !msk_enum_parse (MSK_TYPE_AUTHORITY, value, &parsed))
    return fail_at (error, group, key);

  *authority = (MskAuthority) parsed;
  g_key_file_remove_key (file, group, key, NULL);
  return TRUE;
}

static gboolean
read_level (MskScheme *self, GKeyFile *file, MskLevel level, GError **error)
{
  MskSchemeLevel *entry = &self->levels[level];
  const Text word = { msk_enum_get_name (MSK_TYPE_LEVEL, (int) level), "word" };

  entry->word = take_text (file, &word, error);
  if (entry->word == NULL || !take_years (file, word.group, "years", &entry->years, error) ||
      !take_years (file, word.group, "longest", &entry->longest, error) ||
      !take_flag (file, word.group, "unlimited", &entry->unlimited, error) ||
      !take_authority (file, word.group, "authority", &entry->authority, error) ||
      !take_authority (file, word.group, "national-authority", &entry->national_authority, error) ||
      !take_flag (file, word.group, "count-pages", &entry->count_pages, error))
    return FALSE;

  for (MskLevel lower = MSK_LEVEL_CONFIDENTIAL; lower < level; lower++)
    if (g_str_equal (self->levels[lower].word, entry->word))
      return fail_at (error, word.group, "word");
  if (entry->years > entry->longest)
    return fail_at (error, word.group, "years");
  if (entry->authority > entry->national_authority)
    return fail_at (error, word.group, "authority");

  return TRUE;
}

static gboolean
read_label (MskScheme *self, GKeyFile *file, GError **error)
{
  const Text label = { "scheme", "label" };
  g_autofree char *plain = NULL;
  g_auto(GStrv) keys = NULL;

  self->label = g_key_file_get_locale_string (file, "scheme", "label", NULL, NULL);
  plain = take_text (file, &label, error);
  if (plain == NULL)
    return FALSE;
  if (self->label == NULL || !is_sound_text (self->label, &label))
    return fail_at (error, "scheme", "label");

  keys = g_key_file_get_keys (file, "scheme", NULL, NULL);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    if (g_str_has_prefix (keys[i], "label["))
      g_key_file_remove_key (file, "scheme", keys[i], NULL);
  return TRUE;
}

static gboolean
check_nothing_left (GKeyFile *file, GError **error)
{
  g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto(GStrv) keys = g_key_file_get_keys (file, groups[i], NULL, NULL);

      if (keys != NULL && keys[0] != NULL)
        return fail_at (error, groups[i], keys[0]);
    }
  return TRUE;
}

static gboolean
read_scheme (MskScheme *self, GKeyFile *file, GError **error)
{
  if (!read_label (self, file, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *value = take_text (file, &texts[i], error);

      if (value == NULL)
        return FALSE;
      G_STRUCT_MEMBER (char *, self, texts[i].offset) = value;
    }
  if (!take_list (file, "condition-begins", &self->condition_begins, error) ||
      !take_list (file, "condition-ends", &self->condition_ends, error))
    return FALSE;

  for (MskLevel level = MSK_LEVEL_CONFIDENTIAL; level <= MSK_LEVEL_TOP_SECRET; level++)
    if (!read_level (self, file, level, error))
      return FALSE;

  return check_nothing_left (file, error);
}

const char *const *
msk_scheme_list_names (void)
{
  return names;
}

MskScheme *
msk_scheme_load (const char *name, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr(GBytes) data = NULL;
  gsize size;
  const char *text;

  g_return_val_if_fail (name != NULL, NULL);

  if (!g_strv_contains (names, name))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                           _ ("There is no such scheme of marks: look at the list of schemes."));
      return NULL;
    }

  /* Naming the resource also keeps the linker from dropping it with the rest of a static library.
   */
  path = g_strconcat (RESOURCE_ROOT, name, ".ini", NULL);
  data = g_resource_lookup_data (msk_schemes_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 error);
  if (data == NULL)
    return NULL;

  text = g_bytes_get_data (data, &size);
  return msk_scheme_parse (text, (gssize) size, error);
}

MskScheme *
msk_scheme_parse (const char *text, gssize length, GError **error)
{
  g_autoptr(MskScheme) self = NULL;
  g_autoptr(GKeyFile) file = g_key_file_new ();
  gsize size;

  g_return_val_if_fail (text != NULL, NULL);

  size = length < 0 ? strlen (text) : (gsize) length;
  if (!g_utf8_validate (text, (gssize) size, NULL) ||
      !g_key_file_load_from_data (file, text, size, G_KEY_FILE_KEEP_TRANSLATIONS, NULL))
    {
      fail_at (error, "scheme", "name");
      return NULL;
    }

  self = g_object_new (MSK_TYPE_SCHEME, NULL);
  self->text = g_strndup (text, size);
  return read_scheme (self, file, error) ? g_steal_pointer (&self) : NULL;
}

MskScheme *
msk_scheme_adjust (MskScheme *self,
                   MskLevel level,
                   guint years,
                   MskAuthority authority,
                   GError **error)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;
  const MskSchemeLevel *entry;
  const char *group;

  g_return_val_if_fail (MSK_IS_SCHEME (self), NULL);
  g_return_val_if_fail (level >= MSK_LEVEL_CONFIDENTIAL && level <= MSK_LEVEL_TOP_SECRET, NULL);

  entry = &self->levels[level];
  if (years < 1 || years > entry->longest || authority > entry->national_authority)
    {
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                   _ ("For %s this scheme allows a ceiling of one to %u years, and copying at "
                      "most by leave of %s: choose within that."),
                   msk_level_get_label (level), entry->longest,
                   msk_authority_get_label (entry->national_authority));
      return NULL;
    }

  group = msk_enum_get_name (MSK_TYPE_LEVEL, (int) level);
  if (!g_key_file_load_from_data (file, self->text, strlen (self->text),
                                  G_KEY_FILE_KEEP_COMMENTS | G_KEY_FILE_KEEP_TRANSLATIONS, error))
    return NULL;
  g_key_file_set_integer (file, group, "years", (int) years);
  g_key_file_set_string (file, group, "authority",
                         msk_enum_get_name (MSK_TYPE_AUTHORITY, (int) authority));
  text = g_key_file_to_data (file, NULL, NULL);
  return msk_scheme_parse (text, -1, error);
}

const char *
msk_scheme_get_word (MskScheme *self, MskLevel level)
{
  g_return_val_if_fail (MSK_IS_SCHEME (self), "");
  g_return_val_if_fail (level >= MSK_LEVEL_CONFIDENTIAL && level <= MSK_LEVEL_TOP_SECRET, "");

  return self->levels[level].word;
}

const char *
msk_scheme_get_urgency (MskScheme *self, MskUrgency urgency)
{
  g_return_val_if_fail (MSK_IS_SCHEME (self), "");

  switch (urgency)
    {
    case MSK_URGENCY_URGENT:
      return self->urgent;
    case MSK_URGENCY_EXTRA_URGENT:
      return self->extra_urgent;
    case MSK_URGENCY_NONE:
    default:
      return "";
    }
}

static gboolean
may_decide (MskAuthority authority, gboolean is_originator, MskStanding standing)
{
  switch (authority)
    {
    case MSK_AUTHORITY_ORIGINATOR:
      return is_originator;
    case MSK_AUTHORITY_ORIGINATOR_OR_SUPERIOR:
      return is_originator || standing == MSK_STANDING_SUPERIOR;
    case MSK_AUTHORITY_COUNTY_LEADER:
      return standing == MSK_STANDING_COUNTY;
    case MSK_AUTHORITY_UNIT_LEADER:
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
msk_scheme_check_authority (MskScheme *self,
                            MskLevel level,
                            gboolean is_originator,
                            MskStanding standing,
                            GError **error)
{
  MskAuthority authority;

  g_return_val_if_fail (MSK_IS_SCHEME (self), FALSE);
  g_return_val_if_fail (level >= MSK_LEVEL_CONFIDENTIAL && level <= MSK_LEVEL_TOP_SECRET, FALSE);

  authority = self->levels[level].authority;
  if (may_decide (authority, is_originator, standing))
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_THE_AUTHORITY,
               _ ("%s papers are copied only by leave of %s: get its decision, and enter that "
                  "organ with its standing."),
               msk_level_get_label (level), msk_authority_get_label (authority));
  return FALSE;
}

const char *
msk_authority_get_label (MskAuthority authority)
{
  g_return_val_if_fail (authority < G_N_ELEMENTS (authority_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, authority_labels[authority]);
}

const char *
msk_standing_get_label (MskStanding standing)
{
  g_return_val_if_fail (standing < G_N_ELEMENTS (standing_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, standing_labels[standing]);
}
