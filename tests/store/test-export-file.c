/* The sealed export: what was sealed comes back, and no byte of it can be changed or be missing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-export-file.h"

#include <glib/gstdio.h>

#include "msk-error.h"

#include "store-test.h"

#define PASSPHRASE "archive passphrase nine"
#define REGISTER_SIZE (3 * 64 * 1024 + 4096) /* three whole pieces and one that is not */
/* The sanitizers look for what a change does to memory, for which fewer do. */
#ifdef __SANITIZE_ADDRESS__
#  define CHANGES 300
#else
#  define CHANGES 1000
#endif

typedef struct
{
  char *folder;
  char *plain;  /* the register */
  char *sealed; /* the export */
  char *again;  /* the register that is read out of it */
  char *changed;
  guchar *bytes; /* of the export */
  gsize size;
  MskExportContents contents;
} Fixture;

static gboolean
write_export (Fixture *self, const char *path, const char *passphrase, GError **error)
{
  g_autoptr(MskExportDraft) draft =
                 msk_export_draft_new (path, self->plain, passphrase, &msk_key_work_interactive,
                                       &self->contents, NULL, error);

  return draft != NULL && msk_export_draft_take_name (draft, error);
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autofree guchar *content = g_malloc (REGISTER_SIZE);
  g_autoptr(GError) error = NULL;

  self->folder = store_test_make_folder ();
  self->plain = g_build_filename (self->folder, "plain", NULL);
  self->sealed = g_build_filename (self->folder, "sealed", NULL);
  self->again = g_build_filename (self->folder, "again", NULL);
  self->changed = g_build_filename (self->folder, "changed", NULL);
  for (gsize i = 0; i < REGISTER_SIZE; i++)
    content[i] = (guchar) g_test_rand_int_range (0, 256);
  g_assert_true (g_file_set_contents (self->plain, (char *) content, REGISTER_SIZE, NULL));
  g_assert_true (msk_key_init_library (&error));
  self->contents = (MskExportContents){ .key = msk_key_new_random (), .sequence = 4711 };
  memset (self->contents.hash, 0xa5, sizeof self->contents.hash);
  write_export (self, self->sealed, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (self->sealed, (char **) &self->bytes, &self->size, NULL));
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  store_test_remove_folder (self->folder);
  msk_export_contents_clear (&self->contents);
  g_free (self->bytes);
  g_free (self->changed);
  g_free (self->again);
  g_free (self->sealed);
  g_free (self->plain);
  g_free (self->folder);
}

/* The code with which these bytes are refused; "" when they are read. Nothing may be left. */
static char *
read_code (Fixture *self, const guchar *bytes, gsize size, const char *passphrase)
{
  g_auto(MskExportContents) contents = { NULL };
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (self->changed, (const char *) bytes, (gssize) size, NULL));
  if (msk_export_file_read (self->changed, passphrase, self->again, &contents, NULL, &error))
    {
      g_unlink (self->again);
      return g_strdup ("");
    }

  g_assert_false (g_file_test (self->again, G_FILE_TEST_EXISTS));
  g_assert_null (contents.key);
  return g_strdup (msk_error_get_name (error));
}

static void
test_comes_back (Fixture *self, gconstpointer unused)
{
  g_auto(MskExportContents) found = { NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *again = NULL;
  gsize plain_size, again_size;

  msk_export_file_read (self->sealed, PASSPHRASE, self->again, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (self->plain, &plain, &plain_size, NULL));
  g_assert_true (g_file_get_contents (self->again, &again, &again_size, NULL));
  g_assert_cmpmem (plain, plain_size, again, again_size);
  g_assert_cmpmem (found.key->bytes, MSK_KEY_SIZE, self->contents.key->bytes, MSK_KEY_SIZE);
  g_assert_cmpint (found.sequence, ==, 4711);
  g_assert_cmpmem (found.hash, sizeof found.hash, self->contents.hash, sizeof found.hash);
  g_assert_cmpmem (found.digest, sizeof found.digest, self->contents.digest, sizeof found.digest);
  g_assert_cmpint (found.size, ==, (gint64) self->size);
}

/* As the header of msk-export-file.h describes it: what is in the clear, at which place. */
static void
test_head (Fixture *self, gconstpointer unused)
{
  static const guchar cost[] = { 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0 };

  g_assert_cmpmem (self->bytes, 16, "MSK sealed exp.\n", 16);
  g_assert_cmpmem (self->bytes + 16, sizeof cost, cost, sizeof cost);
  /* 48 bytes of preface and four pieces, each with 17 bytes of the stream. */
  g_assert_cmpuint (self->size, ==, MSK_EXPORT_FILE_HEAD_SIZE + 48 + REGISTER_SIZE + 5 * 17);
  g_assert_false (
      store_test_file_contains (self->sealed, (char *) self->contents.key->bytes, MSK_KEY_SIZE));
}

/* Every byte of the head, and places all over the rest: refused each, by name. */
static void
test_changed (Fixture *self, gconstpointer unused)
{
  guint damaged = 0;

  for (guint i = 0; i < CHANGES; i++)
    {
      const gsize place =
          i < MSK_EXPORT_FILE_HEAD_SIZE
              ? i
              : (gsize) g_test_rand_int_range (MSK_EXPORT_FILE_HEAD_SIZE, (gint32) self->size);
      const guchar was = self->bytes[place];
      g_autofree char *code = NULL;

      self->bytes[place] ^= (guchar) g_test_rand_int_range (1, 256);
      code = read_code (self, self->bytes, self->size, PASSPHRASE);
      self->bytes[place] = was;
      g_assert_cmpstr (code, ==,
                       place < 16   ? "export-foreign"
                       : place < 20 ? "export-newer"
                                    : "export-damaged");
      damaged++;
    }
  g_test_message ("%u changed bytes refused", damaged);
}

static void
test_cut (Fixture *self, gconstpointer unused)
{
  const gsize whole = self->size;
  const gsize lengths[] = { 1,   15,  16,  19,    20,    207,        208,        209,
                            272, 273, 274, 65826, 65827, whole - 18, whole - 17, whole - 1 };
  g_autofree char *empty = read_code (self, self->bytes, 0, PASSPHRASE);
  g_autofree guchar *longer = g_malloc0 (whole + 1);
  g_autofree char *more = NULL;

  g_assert_cmpstr (empty, ==, "export-foreign");
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *code = read_code (self, self->bytes, lengths[i], PASSPHRASE);

      g_test_message ("%" G_GSIZE_FORMAT, lengths[i]);
      g_assert_cmpstr (code, ==, "export-cut");
    }

  memcpy (longer, self->bytes, whole);
  more = read_code (self, longer, whole + 1, PASSPHRASE);
  g_assert_cmpstr (more, ==, "export-damaged");
}

/* Pieces that change places, and the end of another export of the same register. */
static void
test_pieces (Fixture *self, gconstpointer unused)
{
  const gsize piece = 64 * 1024 + 17;
  const gsize first = MSK_EXPORT_FILE_HEAD_SIZE + 48 + 17;
  g_autofree guchar *swapped = g_memdup2 (self->bytes, self->size);
  g_autofree char *code = NULL;

  memcpy (swapped + first, self->bytes + first + piece, piece);
  memcpy (swapped + first + piece, self->bytes + first, piece);
  code = read_code (self, swapped, self->size, PASSPHRASE);
  g_assert_cmpstr (code, ==, "export-damaged");
}

static void
test_refusals (Fixture *self, gconstpointer unused)
{
  g_autofree char *wrong = read_code (self, self->bytes, self->size, "some other words");
  g_autofree char *nowhere = g_build_filename (self->folder, "none", "sealed", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (wrong, ==, "wrong-passphrase");
  g_assert_false (write_export (self, self->sealed, PASSPHRASE, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (write_export (self, self->changed, "short", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_WEAK_PASSPHRASE);
  g_clear_error (&error);
  g_assert_false (write_export (self, nowhere, PASSPHRASE, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/store/export-file/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  store_test_start (&argc, &argv);

  ADD ("what-was-sealed-comes-back", test_comes_back);
  ADD ("its-head-is-as-described", test_head);
  ADD ("changed-bytes-are-refused", test_changed);
  ADD ("every-kind-of-cut-is-refused", test_cut);
  ADD ("pieces-do-not-change-places", test_pieces);
  ADD ("a-wrong-passphrase-a-taken-name-a-weak-passphrase-no-folder", test_refusals);

  return g_test_run ();
}
