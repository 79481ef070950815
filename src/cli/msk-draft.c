/* What a verb is told in a JSON object from a file: names, titles and reasons never stand in a
 * command line, which every process can see. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-draft.h"

#include <glib/gi18n-lib.h>

#include "msk-desk-enum-types.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-input.h"

#define DRAFT_MAX (1024 * 1024)

#define DEPTH_MAX 32u

struct _MskDraft
{
  GObject parent_instance;

  JsonObject *members;
};

G_DEFINE_FINAL_TYPE (MskDraft, msk_draft, G_TYPE_OBJECT)

/* What each type is written as, for help and for refusals. */
static const char *const type_hints[] = {
  [MSK_DRAFT_TEXT] = N_ ("text"),
  [MSK_DRAFT_COUNT] = N_ ("a whole number from 1"),
  [MSK_DRAFT_TIME] = N_ ("a time such as 2027-03-01T09:00+08:00"),
  [MSK_DRAFT_LEVEL] = N_ ("top-secret, secret or confidential"),
  [MSK_DRAFT_CAPACITY] = N_ ("delegate, observer, staff, service or press"),
  [MSK_DRAFT_SCOPE] = N_ ("capacities with commas such as delegate,observer, or all"),
  [MSK_DRAFT_RECORDING] = N_ ("none, notebook or free"),
  [MSK_DRAFT_URGENCY] = N_ ("none, urgent or extra-urgent"),
  [MSK_DRAFT_IDS] = N_ ("an array of ids such as [3, 7]"),
  [MSK_DRAFT_CODES] = N_ ("an array of texts, each a code as the scanner read it"),
  [MSK_DRAFT_STANDING] = N_ ("unit, county or superior"),
  [MSK_DRAFT_AUTHORITY] = N_ ("originator, originator-or-superior, county-leader or unit-leader"),
  [MSK_DRAFT_RULE] = N_ ("strict or national"),
  [MSK_DRAFT_VETTING] = N_ ("proposed, submitted, returned, approved, rejected or withdrawn"),
};

/* ISO 8601, and the same without seconds, as people write it. */
static gboolean
parse_time (const char *text, gint64 *time)
{
  const gsize minutes_end = strlen ("2027-03-01T09:00");
  g_autoptr(GTimeZone) local = g_time_zone_new_local ();
  g_autoptr(GDateTime) parsed = g_date_time_new_from_iso8601 (text, local);

  if (parsed == NULL && strlen (text) >= minutes_end)
    {
      g_autofree char *start = g_strndup (text, minutes_end);
      g_autofree char *longer = g_strconcat (start, ":00", text + minutes_end, NULL);

      parsed = g_date_time_new_from_iso8601 (longer, local);
    }
  if (parsed == NULL)
    return FALSE;

  *time = g_date_time_to_unix (parsed);
  return TRUE;
}

static gboolean
parse_recording (const char *text, MskRecording *recording)
{
  int value;

  if (!msk_enum_parse (MSK_TYPE_RECORDING, text, &value))
    return FALSE;

  *recording = (MskRecording) value;
  return TRUE;
}

static gboolean
is_plain_text (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)) && *c != '\n' && *c != '\t')
      return FALSE;

  return TRUE;
}

static gboolean
is_good_text (MskDraftType type, const char *text)
{
  union
  {
    gint64 time;
    MskLevel level;
    MskCapacity capacity;
    MskRecording recording;
    MskUrgency urgency;
    guint scope;
    int number;
  } ignored;

  switch (type)
    {
    case MSK_DRAFT_TEXT:
      return is_plain_text (text);
    case MSK_DRAFT_TIME:
      return parse_time (text, &ignored.time);
    case MSK_DRAFT_LEVEL:
      return msk_level_parse (text, &ignored.level);
    case MSK_DRAFT_CAPACITY:
      return msk_capacity_parse (text, &ignored.capacity);
    case MSK_DRAFT_SCOPE:
      return msk_capacity_set_parse (text, &ignored.scope);
    case MSK_DRAFT_RECORDING:
      return parse_recording (text, &ignored.recording);
    case MSK_DRAFT_URGENCY:
      return msk_urgency_parse (text, &ignored.urgency);
    case MSK_DRAFT_STANDING:
      return msk_enum_parse (MSK_TYPE_STANDING, text, &ignored.number);
    case MSK_DRAFT_AUTHORITY:
      return msk_enum_parse (MSK_TYPE_AUTHORITY, text, &ignored.number);
    case MSK_DRAFT_RULE:
      return msk_enum_parse (MSK_TYPE_SCHEME_RULE, text, &ignored.number);
    case MSK_DRAFT_VETTING:
      return msk_enum_parse (MSK_TYPE_VETTING, text, &ignored.number);
    case MSK_DRAFT_IDS:
    case MSK_DRAFT_CODES:
    case MSK_DRAFT_COUNT:
    default:
      return FALSE;
    }
}

static gboolean
is_good_element (MskDraftType type, JsonNode *element)
{
  if (!JSON_NODE_HOLDS_VALUE (element))
    return FALSE;
  if (type == MSK_DRAFT_CODES)
    return json_node_get_value_type (element) == G_TYPE_STRING &&
           is_plain_text (json_node_get_string (element));

  return json_node_get_value_type (element) == G_TYPE_INT64 && json_node_get_int (element) >= 1;
}

/* Codes, or ids, each a whole number from 1. */
static gboolean
is_good_array (MskDraftType type, JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!is_good_element (type, json_array_get_element (array, i)))
      return FALSE;

  return TRUE;
}

static gboolean
is_good_member (const MskDraftKey *key, JsonNode *member)
{
  if (JSON_NODE_HOLDS_ARRAY (member))
    return (key->type == MSK_DRAFT_IDS || key->type == MSK_DRAFT_CODES) &&
           is_good_array (key->type, json_node_get_array (member));
  if (!JSON_NODE_HOLDS_VALUE (member))
    return FALSE;
  if (json_node_get_value_type (member) == G_TYPE_INT64)
    return key->type == MSK_DRAFT_COUNT && json_node_get_int (member) >= 1 &&
           json_node_get_int (member) <= G_MAXINT32;

  return json_node_get_value_type (member) == G_TYPE_STRING &&
         is_good_text (key->type, json_node_get_string (member));
}

static const MskDraftKey *
find_key (const MskDraftKey *keys, const char *name)
{
  for (const MskDraftKey *key = keys; key->name != NULL; key++)
    if (g_str_equal (key->name, name))
      return key;

  return NULL;
}

static gboolean
check_member (const MskDraftKey *keys, const char *name, JsonNode *member, GError **error)
{
  const MskDraftKey *key = find_key (keys, name);

  if (key == NULL)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("The JSON object has a member that this command does not know: see "
                              "the members in the command's --help."));
      return FALSE;
    }
  if (is_good_member (key, member))
    return TRUE;

  if (key->type == MSK_DRAFT_TEXT && JSON_NODE_HOLDS_VALUE (member) &&
      json_node_get_value_type (member) == G_TYPE_STRING)
    {
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                   _ ("The member “%s” of the JSON object has characters that nobody sees: write "
                      "it "
                      "without them."),
                   key->name);
      return FALSE;
    }

  g_set_error (error, MSK_INPUT_ERROR,
               key->type == MSK_DRAFT_TIME ? MSK_INPUT_ERROR_BAD_TIME : MSK_INPUT_ERROR_BAD_VALUE,
               _ ("The member “%s” of the JSON object is wrong: give %s."), key->name,
               g_dgettext (GETTEXT_PACKAGE, type_hints[key->type]));
  return FALSE;
}

static gboolean
check_members (JsonObject *members, const MskDraftKey *keys, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init (&iter, members);
  while (json_object_iter_next (&iter, &name, &member))
    if (!check_member (keys, name, member, error))
      return FALSE;

  for (const MskDraftKey *key = keys; key->name != NULL; key++)
    if (key->required && !json_object_has_member (members, key->name))
      {
        g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                     _ ("The member “%s” of the JSON object is missing: see the command's --help."),
                     key->name);
        return FALSE;
      }

  return TRUE;
}

/* The parser goes one call deeper with each bracket, and would not come back from a hundred
 * thousand. Nothing that is asked for nests. */
static gboolean
is_shallow (const char *text, gsize length)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (in_string && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        in_string = !in_string;
      else if (!in_string && (text[i] == '[' || text[i] == '{') && ++depth > DEPTH_MAX)
        return FALSE;
      else if (!in_string && (text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
    }

  return TRUE;
}

/* Which of two values is meant nobody can tell, and the parser keeps one of them in silence. */
typedef struct
{
  GHashTable *names;
  gboolean twice;
} Members;

static void
member_cb (JsonParser *parser, JsonObject *object, const char *name, gpointer data)
{
  Members *members = data;

  /* Two objects within one may each have a member of this name. */
  if (!g_hash_table_add (members->names, g_strdup_printf ("%p %s", (gpointer) object, name)))
    members->twice = TRUE;
}

/* The object in bytes, or NULL. The parser's own words would quote what it read. */
static JsonObject *
parse_object (GBytes *bytes, GError **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Members members = { names, FALSE };
  JsonNode *root = NULL;

  g_signal_connect (parser, "object-member", G_CALLBACK (member_cb), &members);

  /* An escaped NUL would cut a text short unseen. */
  if (g_utf8_validate_len (text, length, NULL) && is_shallow (text, length) &&
      g_strstr_len (text, (gssize) length, "\\u0000") == NULL &&
      json_parser_load_from_data (parser, text, (gssize) length, NULL))
    root = json_parser_get_root (parser);

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("What --from names holds no JSON object in UTF-8: write one such as "
                              "{\"reason\": \"…\"}."));
      return NULL;
    }

  if (members.twice)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("The JSON object has a member twice, and which of the two is meant "
                              "is unclear: write it once."));
      return NULL;
    }

  return json_object_ref (json_node_get_object (root));
}

static void
msk_draft_finalize (GObject *object)
{
  MskDraft *self = MSK_DRAFT (object);

  g_clear_pointer (&self->members, json_object_unref);

  G_OBJECT_CLASS (msk_draft_parent_class)->finalize (object);
}

static void
msk_draft_class_init (MskDraftClass *class)
{
  G_OBJECT_CLASS (class)->finalize = msk_draft_finalize;
}

static void
msk_draft_init (MskDraft *self)
{
}

MskDraft *
msk_draft_read (const char *path, const MskDraftKey *keys, GError **error)
{
  g_autoptr(GBytes) bytes = msk_input_read (path, DRAFT_MAX, error);
  g_autoptr(JsonObject) members = bytes != NULL ? parse_object (bytes, error) : NULL;
  MskDraft *self;

  if (members == NULL || !check_members (members, keys, error))
    return NULL;

  self = g_object_new (MSK_TYPE_DRAFT, NULL);
  self->members = g_steal_pointer (&members);
  return self;
}

MskDraft *
msk_draft_new_empty (void)
{
  MskDraft *self = g_object_new (MSK_TYPE_DRAFT, NULL);

  self->members = json_object_new ();
  return self;
}

const char *
msk_draft_get_text (MskDraft *self, const char *name, const char *fallback)
{
  g_return_val_if_fail (MSK_IS_DRAFT (self), NULL);

  return json_object_get_string_member_with_default (self->members, name, fallback);
}

guint
msk_draft_get_count (MskDraft *self, const char *name, guint fallback)
{
  g_return_val_if_fail (MSK_IS_DRAFT (self), 0);

  return (guint) json_object_get_int_member_with_default (self->members, name, fallback);
}

gint64
msk_draft_get_time (MskDraft *self, const char *name, gint64 fallback)
{
  const char *text = msk_draft_get_text (self, name, NULL);
  gint64 time = fallback;

  return text != NULL && parse_time (text, &time) ? time : fallback;
}

MskLevel
msk_draft_get_level (MskDraft *self, const char *name, MskLevel fallback)
{
  const char *text = msk_draft_get_text (self, name, NULL);
  MskLevel level = fallback;

  return text != NULL && msk_level_parse (text, &level) ? level : fallback;
}

MskCapacity
msk_draft_get_capacity (MskDraft *self, const char *name, MskCapacity fallback)
{
  const char *text = msk_draft_get_text (self, name, NULL);
  MskCapacity capacity = fallback;

  return text != NULL && msk_capacity_parse (text, &capacity) ? capacity : fallback;
}

MskRecording
msk_draft_get_recording (MskDraft *self, const char *name, MskRecording fallback)
{
  const char *text = msk_draft_get_text (self, name, NULL);
  MskRecording recording = fallback;

  return text != NULL && parse_recording (text, &recording) ? recording : fallback;
}

MskUrgency
msk_draft_get_urgency (MskDraft *self, const char *name, MskUrgency fallback)
{
  const char *text = msk_draft_get_text (self, name, NULL);
  MskUrgency urgency = fallback;

  return text != NULL && msk_urgency_parse (text, &urgency) ? urgency : fallback;
}

GArray *
msk_draft_dup_ids (MskDraft *self, const char *name)
{
  JsonArray *array;
  GArray *ids;

  g_return_val_if_fail (MSK_IS_DRAFT (self), NULL);

  if (!json_object_has_member (self->members, name))
    return NULL;

  array = json_object_get_array_member (self->members, name);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const gint64 id = json_array_get_int_element (array, i);

      g_array_append_val (ids, id);
    }

  return ids;
}

char **
msk_draft_dup_codes (MskDraft *self, const char *name)
{
  g_autoptr(GStrvBuilder) codes = g_strv_builder_new ();
  JsonArray *array;

  g_return_val_if_fail (MSK_IS_DRAFT (self), NULL);

  array = json_object_has_member (self->members, name)
              ? json_object_get_array_member (self->members, name)
              : NULL;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_strv_builder_add (codes, json_array_get_string_element (array, i));

  return g_strv_builder_end (codes);
}

int
msk_draft_get_enum (MskDraft *self, const char *name, GType type, int fallback)
{
  const char *text = msk_draft_get_text (self, name, NULL);
  int value;

  return text != NULL && msk_enum_parse (type, text, &value) ? value : fallback;
}

guint
msk_draft_get_scope (MskDraft *self, const char *name, guint fallback)
{
  const char *text = msk_draft_get_text (self, name, NULL);
  guint scope = fallback;

  return text != NULL && msk_capacity_set_parse (text, &scope) ? scope : fallback;
}

char *
msk_draft_keys_dup_help (const MskDraftKey *keys)
{
  GString *text = g_string_new (_ ("Members of the JSON object that --from names:"));

  for (const MskDraftKey *key = keys; key->name != NULL; key++)
    g_string_append_printf (text, "\n  %-16s %s (%s%s)", key->name,
                            g_dgettext (GETTEXT_PACKAGE, key->summary),
                            g_dgettext (GETTEXT_PACKAGE, type_hints[key->type]),
                            key->required ? "" : _ ("; may be left out"));

  return g_string_free (text, FALSE);
}
