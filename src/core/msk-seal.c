/* The seal: the digits in a QR code that hold the head of a ledger on paper. README.md of this
 * folder specifies it in words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-seal.h"

#include <glib/gi18n-lib.h>

#include "msk-code-digits.h"
#include "msk-error.h"
#include "msk-tag.h"

#define MEETING_AT 2
#define MEETING_LENGTH 9
#define SEQUENCE_AT (MEETING_AT + MEETING_LENGTH)
#define SEQUENCE_LENGTH 14
#define HASH_AT (SEQUENCE_AT + SEQUENCE_LENGTH)
#define WORD_SIZE 8
#define WORD_LENGTH 20
#define WORDS (MSK_SEAL_HASH_SIZE / WORD_SIZE)
#define MAC_AT MSK_SEAL_BODY_LENGTH

G_STATIC_ASSERT (HASH_AT + WORDS * WORD_LENGTH == MSK_SEAL_BODY_LENGTH);
G_STATIC_ASSERT (MAC_AT + WORD_LENGTH == MSK_SEAL_LENGTH);

static gboolean
is_foreign (GError **error)
{
  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_FOREIGN_CODE,
                       _ ("This is no seal of a ledger: scan the code on a seal sheet or on the "
                          "sweep report."));
  return FALSE;
}

static gboolean
is_cut (GError **error)
{
  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_CUT_CODE,
               _ ("The seal did not arrive whole and alone: scan it again, or type the %d digits "
                  "beside it."),
               MSK_SEAL_LENGTH);
  return FALSE;
}

static guint64
get_word (const guchar *bytes)
{
  guint64 word = 0;

  for (guint i = 0; i < WORD_SIZE; i++)
    word = word << 8 | bytes[i];

  return word;
}

static gboolean
read_hash (const char *digits, guchar hash[MSK_SEAL_HASH_SIZE])
{
  for (guint i = 0; i < WORDS; i++)
    {
      guint64 word;

      if (!msk_code_read_number (digits + i * WORD_LENGTH, WORD_LENGTH, &word))
        return FALSE;
      for (guint byte = 0; byte < WORD_SIZE; byte++)
        hash[i * WORD_SIZE + byte] = (guchar) (word >> (8 * (WORD_SIZE - 1 - byte)));
    }

  return TRUE;
}

void
msk_seal_write_body (const MskSeal *seal, char body[MSK_SEAL_BODY_LENGTH + 1])
{
  /* Whatever happens, what lay there before is not taken for a seal. */
  body[0] = '\0';

  g_return_if_fail (seal != NULL);
  g_return_if_fail (seal->meeting_id >= 0 && seal->meeting_id <= MSK_SEAL_MEETING_MAX);
  g_return_if_fail (seal->sequence >= 1 && seal->sequence <= MSK_SEAL_SEQUENCE_MAX);

  g_snprintf (body, MSK_SEAL_BODY_LENGTH + 1, "%u%u%09" G_GINT64_FORMAT "%014" G_GINT64_FORMAT,
              (guint) MSK_TAG_VERSION, (guint) MSK_TAG_KIND_SEAL, seal->meeting_id, seal->sequence);
  for (guint i = 0; i < WORDS; i++)
    g_snprintf (body + HASH_AT + i * WORD_LENGTH, WORD_LENGTH + 1, "%020" G_GUINT64_FORMAT,
                get_word (seal->hash + i * WORD_SIZE));
}

void
msk_seal_write (const MskSeal *seal, char code[MSK_SEAL_LENGTH + 1])
{
  msk_seal_write_body (seal, code);
  if (code[0] == '\0')
    return;

  g_snprintf (code + MAC_AT, WORD_LENGTH + 1, "%020" G_GUINT64_FORMAT, seal->mac);
}

gboolean
msk_seal_parse (const char *code, MskSeal *seal, GError **error)
{
  char digits[MSK_SEAL_LENGTH + 1] = { 0 };
  MskSeal read = { 0 };
  guint64 meeting, sequence;
  gsize length;

  g_return_val_if_fail (code != NULL && seal != NULL, FALSE);

  if (!msk_code_collect_digits (code, digits, MSK_SEAL_LENGTH, &length) || length < 2 ||
      digits[0] != '0' + MSK_TAG_VERSION || digits[1] != '0' + MSK_TAG_KIND_SEAL)
    return is_foreign (error);
  if (length != MSK_SEAL_LENGTH)
    return is_cut (error);
  if (!msk_code_read_number (digits + MEETING_AT, MEETING_LENGTH, &meeting) ||
      !msk_code_read_number (digits + SEQUENCE_AT, SEQUENCE_LENGTH, &sequence) || sequence == 0 ||
      !read_hash (digits + HASH_AT, read.hash) ||
      !msk_code_read_number (digits + MAC_AT, WORD_LENGTH, &read.mac))
    return is_foreign (error);

  read.meeting_id = (gint64) meeting;
  read.sequence = (gint64) sequence;
  *seal = read;
  return TRUE;
}
