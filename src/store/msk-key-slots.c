/* The file "keys": for each account a set of named keys, sealed under a key that Argon2id makes
 * from the passphrase. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-key-slots.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <sodium.h>
#include <sys/stat.h>

#include "msk-error.h"
#include "msk-private-file.h"

#define FORMAT "meeting-secrecy-kit keys"
#define FORMAT_VERSION 1
#define FILE_MAX (1024 * 1024)
#define DEPTH_MAX 8 /* of brackets in brackets; the format needs three */
#define SLOTS_MAX 1000
#define ID_SIZE 16
#define SALT_SIZE MSK_KEY_WORK_SALT_SIZE
#define KEYRING_SIZE (MSK_N_KEY_NAMES * (1 + MSK_KEY_SIZE))

typedef struct
{
  char *id;    /* keyed hash of the user's name, hexadecimal: names are not in the clear */
  char *badge; /* the same of the code of the badge that stands for the name, or NULL */
  MskKeyWork work;
  guchar salt[SALT_SIZE];
  GBytes *sealed; /* the keys */
} Slot;

struct _MskKeySlots
{
  guchar salt[SALT_SIZE]; /* for the ids */
  MskKeyWork work;        /* for new slots */
  GPtrArray *slots;       /* of Slot */
};

static void
free_slot (Slot *slot)
{
  g_free (slot->id);
  g_free (slot->badge);
  g_clear_pointer (&slot->sealed, g_bytes_unref);
  g_free (slot);
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_DAMAGED,
                       _ ("The vault's key file is damaged: change nothing, and bring back the "
                          "last backup of it."));
  return FALSE;
}

static char *
dup_id (MskKeySlots *self, const char *user)
{
  guchar hash[ID_SIZE];
  char hex[2 * ID_SIZE + 1];

  crypto_generichash (hash, sizeof hash, (const guchar *) user, strlen (user), self->salt,
                      sizeof self->salt);
  sodium_bin2hex (hex, sizeof hex, hash, sizeof hash);
  return g_strdup (hex);
}

static Slot *
find_slot (MskKeySlots *self, const char *id, guint *index)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = g_ptr_array_index (self->slots, i);

      if (g_str_equal (slot->id, id))
        {
          *index = i;
          return slot;
        }
    }

  return NULL;
}

/* The slot of who signs in, by name or by badge. */
static Slot *
find_slot_of (MskKeySlots *self, const char *who)
{
  g_autofree char *id = dup_id (self, who);

  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = g_ptr_array_index (self->slots, i);

      if (g_str_equal (slot->id, id) || g_strcmp0 (slot->badge, id) == 0)
        return slot;
    }

  return NULL;
}

/* What a sealed set of keys is bound to: nobody can move it to another slot or lower its cost. */
static char *
dup_context (const Slot *slot)
{
  char salt[2 * SALT_SIZE + 1];

  sodium_bin2hex (salt, sizeof salt, slot->salt, SALT_SIZE);
  return g_strdup_printf ("%s %s %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, slot->id, salt,
                          slot->work.operations, slot->work.memory);
}

/* Keys as they lie in a slot: for each held one its name as a byte and its bytes; the rest is zero,
 * so that all slots look alike. */
static void
write_keys (const MskKeyring *keyring, MskRole role, guchar packed[KEYRING_SIZE])
{
  guchar *at = packed;

  memset (packed, 0, KEYRING_SIZE);
  for (guint name = 1; name <= MSK_N_KEY_NAMES; name++)
    {
      if (keyring->keys[name] == NULL || !msk_keyring_role_has (role, (MskKeyName) name))
        continue;
      *at = (guchar) name;
      memcpy (at + 1, keyring->keys[name]->bytes, MSK_KEY_SIZE);
      at += 1 + MSK_KEY_SIZE;
    }
}

static MskKeyring *
read_keys (const guchar packed[KEYRING_SIZE])
{
  MskKeyring *keyring = g_new0 (MskKeyring, 1);

  for (const guchar *at = packed; at < packed + KEYRING_SIZE; at += 1 + MSK_KEY_SIZE)
    if (*at >= 1 && *at <= MSK_N_KEY_NAMES && keyring->keys[*at] == NULL)
      keyring->keys[*at] = msk_key_new_from_bytes (at + 1);

  return keyring;
}

MskKeyring *
msk_keyring_new_random (void)
{
  MskKeyring *self = g_new0 (MskKeyring, 1);

  for (guint name = 1; name <= MSK_N_KEY_NAMES; name++)
    self->keys[name] = msk_key_new_random ();

  return self;
}

void
msk_keyring_free (MskKeyring *self)
{
  for (guint name = 1; name <= MSK_N_KEY_NAMES; name++)
    g_clear_pointer (&self->keys[name], msk_key_free);
  g_free (self);
}

gboolean
msk_keyring_role_has (MskRole role, MskKeyName name)
{
  return name == MSK_KEY_NAME_APPLIANCE || role != MSK_ROLE_SYSTEM_ADMINISTRATOR;
}

MskKeySlots *
msk_key_slots_new (const MskKeyWork *work)
{
  MskKeySlots *self = g_new0 (MskKeySlots, 1);

  self->work = *work;
  self->slots = g_ptr_array_new_with_free_func ((GDestroyNotify) free_slot);
  randombytes_buf (self->salt, sizeof self->salt);
  return self;
}

void
msk_key_slots_free (MskKeySlots *self)
{
  g_ptr_array_unref (self->slots);
  g_free (self);
}

/* The text of a member, or "" when it is none: json-glib itself stops at a list, and gives NULL for
 * a number. */
static const char *
get_text (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : "";
}

/* The whole number of a member, or 0 when it is none. */
static gint64
get_number (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_INT64
             ? json_node_get_int (node)
             : 0;
}

/* JSON in, bytes out: a text that is not there, or not of this length, is damage. */
static gboolean
read_hex (JsonObject *object, const char *member, guchar *bytes, gsize length, GError **error)
{
  const char *text = get_text (object, member);
  gsize read = 0;

  return (strlen (text) == 2 * length &&
          sodium_hex2bin (bytes, length, text, strlen (text), NULL, &read, NULL) == 0 &&
          read == length) ||
         fail_damaged (error);
}

static gboolean
read_work (JsonObject *object, MskKeyWork *work, GError **error)
{
  gint64 operations = get_number (object, "operations");
  gint64 memory = get_number (object, "memory");

  if (operations < 0 || memory < 0)
    return fail_damaged (error);

  work->operations = (guint64) operations;
  work->memory = (guint64) memory;
  return msk_key_work_is_bounded (work) || fail_damaged (error);
}

/* Not every account has a badge. */
static gboolean
read_badge (JsonObject *object, Slot *slot, GError **error)
{
  guchar badge[ID_SIZE];

  if (!json_object_has_member (object, "badge"))
    return TRUE;
  if (!read_hex (object, "badge", badge, sizeof badge, error))
    return FALSE;

  slot->badge = g_strdup (get_text (object, "badge"));
  return TRUE;
}

static Slot *
read_slot (JsonObject *object, GError **error)
{
  gsize sealed_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + KEYRING_SIZE +
                      crypto_aead_xchacha20poly1305_ietf_ABYTES;
  g_autofree guchar *sealed = g_malloc (sealed_size);
  guchar id[ID_SIZE];
  Slot *slot = g_new0 (Slot, 1);

  if (!read_hex (object, "id", id, sizeof id, error) || !read_work (object, &slot->work, error) ||
      !read_hex (object, "salt", slot->salt, SALT_SIZE, error) ||
      !read_hex (object, "sealed", sealed, sealed_size, error) || !read_badge (object, slot, error))
    {
      free_slot (slot);
      return NULL;
    }

  slot->id = g_strdup (get_text (object, "id"));
  slot->sealed = g_bytes_new (sealed, sealed_size);
  return slot;
}

static gboolean
read_slots (MskKeySlots *self, JsonArray *array, GError **error)
{
  if (array == NULL || json_array_get_length (array) > SLOTS_MAX)
    return fail_damaged (error);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      Slot *slot;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return fail_damaged (error);
      slot = read_slot (json_node_get_object (node), error);
      if (slot == NULL)
        return FALSE;
      g_ptr_array_add (self->slots, slot);
    }

  return TRUE;
}

static gboolean
read_file (MskKeySlots *self, JsonNode *root, GError **error)
{
  JsonObject *object;
  JsonNode *slots;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return fail_damaged (error);
  object = json_node_get_object (root);
  if (!g_str_equal (get_text (object, "format"), FORMAT))
    return fail_damaged (error);
  if (get_number (object, "version") < 1)
    return fail_damaged (error);
  if (get_number (object, "version") > FORMAT_VERSION)
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_NEWER,
                           _ ("This vault was written by a newer version of the kit: install that "
                              "version, and open it there."));
      return FALSE;
    }

  slots = json_object_get_member (object, "slots");
  return read_hex (object, "salt", self->salt, sizeof self->salt, error) &&
         read_work (object, &self->work, error) &&
         read_slots (self,
                     slots != NULL && JSON_NODE_HOLDS_ARRAY (slots) ? json_node_get_array (slots)
                                                                    : NULL,
                     error);
}

/* json-glib calls itself for each bracket, so that a file of nothing else would run it out of
 * stack. */
static gboolean
is_shallow (const char *text, gsize length)
{
  int depth = 0;

  for (gsize i = 0; i < length && depth <= DEPTH_MAX; i++)
    depth += (text[i] == '[' || text[i] == '{') - (text[i] == ']' || text[i] == '}');

  return depth <= DEPTH_MAX;
}

/* The size is asked first: nobody reads a file that fills the memory only to refuse it. */
static gboolean
load_text (const char *path, char **text, gsize *length)
{
  GStatBuf facts;

  return g_stat (path, &facts) == 0 && S_ISREG (facts.st_mode) && facts.st_size <= FILE_MAX &&
         g_file_get_contents (path, text, length, NULL) && is_shallow (*text, *length);
}

MskKeySlots *
msk_key_slots_load (const char *path, GError **error)
{
  g_autoptr(MskKeySlots) self = msk_key_slots_new (&msk_key_work_interactive);
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  if (!msk_private_file_check (path, error))
    return NULL;
  if (!load_text (path, &text, &length) ||
      !json_parser_load_from_data (parser, text, (gssize) length, NULL))
    {
      fail_damaged (error);
      return NULL;
    }

  return read_file (self, json_parser_get_root (parser), error) ? g_steal_pointer (&self) : NULL;
}

static void
add_hex (JsonBuilder *builder, const char *member, const guchar *bytes, gsize length)
{
  g_autofree char *hex = g_malloc (2 * length + 1);

  sodium_bin2hex (hex, 2 * length + 1, bytes, length);
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, hex);
}

static void
add_work (JsonBuilder *builder, const MskKeyWork *work)
{
  json_builder_set_member_name (builder, "operations");
  json_builder_add_int_value (builder, (gint64) work->operations);
  json_builder_set_member_name (builder, "memory");
  json_builder_add_int_value (builder, (gint64) work->memory);
}

static void
add_slot (JsonBuilder *builder, const Slot *slot)
{
  gsize size;
  const guchar *sealed = g_bytes_get_data (slot->sealed, &size);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, slot->id);
  if (slot->badge != NULL)
    {
      json_builder_set_member_name (builder, "badge");
      json_builder_add_string_value (builder, slot->badge);
    }
  add_work (builder, &slot->work);
  add_hex (builder, "salt", slot->salt, SALT_SIZE);
  add_hex (builder, "sealed", sealed, size);
  json_builder_end_object (builder);
}

gboolean
msk_key_slots_save (MskKeySlots *self, const char *path, GError **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GBytes) bytes = NULL;
  char *text;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, FORMAT);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, FORMAT_VERSION);
  add_hex (builder, "salt", self->salt, sizeof self->salt);
  add_work (builder, &self->work);
  json_builder_set_member_name (builder, "slots");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->slots->len; i++)
    add_slot (builder, g_ptr_array_index (self->slots, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  bytes = g_bytes_new_take (text, strlen (text));
  return msk_private_file_write (path, bytes, TRUE, error);
}

MskKeyring *
msk_key_slots_open (MskKeySlots *self, const char *who, const char *passphrase, GError **error)
{
  g_autofree char *context = NULL;
  g_autoptr(MskKey) key = NULL;
  g_autoptr(MskKeyring) keyring = NULL;
  const guchar nobody[SALT_SIZE] = { 0 };
  guchar packed[KEYRING_SIZE];
  Slot *slot;

  g_return_val_if_fail (self != NULL && who != NULL && passphrase != NULL, NULL);

  /* A name that is not here costs as much time as one that is. */
  slot = find_slot_of (self, who);
  key = slot != NULL ? msk_key_work_derive (&slot->work, slot->salt, passphrase, error)
                     : msk_key_work_derive (&self->work, nobody, passphrase, error);
  if (key == NULL)
    return NULL;

  context = slot != NULL ? dup_context (slot) : NULL;
  if (slot != NULL && msk_key_open (key, slot->sealed, context, packed, sizeof packed))
    keyring = read_keys (packed);
  sodium_memzero (packed, sizeof packed);

  if (keyring == NULL)
    g_set_error_literal (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_WRONG_PASSPHRASE,
                         _ ("The user name or the passphrase is wrong: check caps lock and the "
                            "keyboard, then try again."));
  return g_steal_pointer (&keyring);
}

gboolean
msk_key_slots_stands_for (MskKeySlots *self, const char *who, const char *user)
{
  g_autofree char *id = NULL;
  const Slot *slot;

  g_return_val_if_fail (self != NULL && who != NULL && user != NULL, FALSE);

  id = dup_id (self, user);
  slot = find_slot_of (self, who);
  return slot != NULL && g_str_equal (slot->id, id);
}

gboolean
msk_key_slots_put (MskKeySlots *self,
                   const char *user,
                   MskRole role,
                   const char *passphrase,
                   const MskKeyring *keyring,
                   GError **error)
{
  g_autofree char *context = NULL;
  g_autoptr(MskKey) key = NULL;
  guchar packed[KEYRING_SIZE];
  Slot *slot, *earlier;
  guint index;

  g_return_val_if_fail (self != NULL && user != NULL && passphrase != NULL && keyring != NULL,
                        FALSE);

  if (!msk_key_work_check_passphrase (passphrase, error))
    return FALSE;

  slot = g_new0 (Slot, 1);
  slot->id = dup_id (self, user);
  slot->work = self->work;
  randombytes_buf (slot->salt, SALT_SIZE);
  key = msk_key_work_derive (&slot->work, slot->salt, passphrase, error);
  if (key == NULL)
    {
      free_slot (slot);
      return FALSE;
    }

  context = dup_context (slot);
  write_keys (keyring, role, packed);
  slot->sealed = msk_key_seal (key, packed, sizeof packed, context);
  sodium_memzero (packed, sizeof packed);
  earlier = find_slot (self, slot->id, &index);
  slot->badge = earlier != NULL ? g_steal_pointer (&earlier->badge) : NULL;
  msk_key_slots_remove (self, user);
  g_ptr_array_add (self->slots, slot);
  return TRUE;
}

void
msk_key_slots_remove (MskKeySlots *self, const char *user)
{
  g_autofree char *id = dup_id (self, user);
  guint index;

  if (find_slot (self, id, &index) != NULL)
    g_ptr_array_remove_index (self->slots, index);
}

void
msk_key_slots_set_badge (MskKeySlots *self, const char *user, const char *code)
{
  g_autofree char *id = NULL;
  g_autofree char *badge = NULL;

  g_return_if_fail (self != NULL && user != NULL);

  id = dup_id (self, user);
  badge = code != NULL ? dup_id (self, code) : NULL;
  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = g_ptr_array_index (self->slots, i);
      const gboolean own = g_str_equal (slot->id, id);

      if (own || (badge != NULL && g_strcmp0 (slot->badge, badge) == 0))
        g_clear_pointer (&slot->badge, g_free);
      if (own)
        slot->badge = g_strdup (badge);
    }
}

gboolean
msk_key_slots_has_badge (MskKeySlots *self, const char *user)
{
  g_autofree char *id = NULL;
  Slot *slot;
  guint index;

  g_return_val_if_fail (self != NULL && user != NULL, FALSE);

  id = dup_id (self, user);
  slot = find_slot (self, id, &index);
  return slot != NULL && slot->badge != NULL;
}
