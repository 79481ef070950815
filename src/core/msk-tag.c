/* The tag: the digits in a QR code by which the kit knows its own paper. README.md of this folder
 * specifies it in words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-tag.h"

#include <glib/gi18n-lib.h>

#include "msk-code-digits.h"
#include "msk-error.h"
#include "msk-seal.h"

#define GROUP_LENGTH 5
#define SERIAL_AT 2
#define SERIAL_LENGTH 9
#define PAGE_AT (SERIAL_AT + SERIAL_LENGTH)
#define PAGE_LENGTH 4
#define MAC_AT MSK_TAG_BODY_LENGTH
#define MAC_LENGTH (MSK_TAG_LENGTH - MSK_TAG_BODY_LENGTH)

static gboolean
is_foreign (GError **error)
{
  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_FOREIGN_CODE,
                       _ ("This code is not one of the kit's: scan the tag beside the large copy "
                          "number, or the code on a badge."));
  return FALSE;
}

static gboolean
is_seal (GError **error)
{
  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_FOREIGN_CODE,
                       _ ("This is a seal of the ledger, and no copy or badge: scan it on the "
                          "page of the ledger."));
  return FALSE;
}

static gboolean
is_cut (GError **error)
{
  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_CUT_CODE,
                       _ ("The code did not arrive whole and alone: scan it again, or type the 35 "
                          "digits under it."));
  return FALSE;
}

void
msk_tag_write_body (const MskTag *tag, char body[MSK_TAG_BODY_LENGTH + 1])
{
  /* Whatever happens, what lay there before is not taken for a tag. */
  body[0] = '\0';

  g_return_if_fail (tag != NULL && tag->kind >= MSK_TAG_KIND_COPY &&
                    tag->kind <= MSK_TAG_KIND_SEAL);
  g_return_if_fail (tag->serial >= 1 && tag->serial <= MSK_TAG_SERIAL_MAX);
  g_return_if_fail (tag->page >= 1 && tag->page <= MSK_TAG_PAGE_MAX);

  g_snprintf (body, MSK_TAG_BODY_LENGTH + 1, "%u%u%09" G_GINT64_FORMAT "%04u",
              (guint) MSK_TAG_VERSION, (guint) tag->kind, tag->serial, tag->page);
}

void
msk_tag_write (const MskTag *tag, char code[MSK_TAG_LENGTH + 1])
{
  msk_tag_write_body (tag, code);
  if (code[0] == '\0')
    return;

  g_snprintf (code + MAC_AT, MAC_LENGTH + 1, "%020" G_GUINT64_FORMAT, tag->mac);
}

gboolean
msk_tag_parse (const char *code, MskTag *tag, GError **error)
{
  char digits[MSK_TAG_LENGTH + 1] = { 0 };
  gsize length;
  guint64 serial, page, mac;

  g_return_val_if_fail (code != NULL && tag != NULL, FALSE);

  if (!msk_code_collect_digits (code, digits, MSK_TAG_LENGTH, &length) || length < 2)
    return is_foreign (error);
  if (digits[0] != '0' + MSK_TAG_VERSION || digits[1] < '0' + MSK_TAG_KIND_COPY ||
      digits[1] > '0' + MSK_TAG_KIND_SEAL)
    return is_foreign (error);
  if (length == MSK_SEAL_LENGTH && digits[1] == '0' + MSK_TAG_KIND_SEAL)
    return is_seal (error);
  if (length != MSK_TAG_LENGTH)
    return is_cut (error);
  if (!msk_code_read_number (digits + SERIAL_AT, SERIAL_LENGTH, &serial) || serial == 0 ||
      !msk_code_read_number (digits + PAGE_AT, PAGE_LENGTH, &page) || page == 0 ||
      !msk_code_read_number (digits + MAC_AT, MAC_LENGTH, &mac))
    return is_foreign (error);

  tag->kind = (MskTagKind) (digits[1] - '0');
  tag->serial = (gint64) serial;
  tag->page = (guint) page;
  tag->mac = mac;
  return TRUE;
}

char *
msk_tag_dup_groups (const char *code)
{
  GString *groups;

  g_return_val_if_fail (code != NULL, NULL);

  groups = g_string_new (NULL);
  for (gsize i = 0; code[i] != '\0'; i++)
    {
      if (i > 0 && i % GROUP_LENGTH == 0)
        g_string_append_c (groups, ' ');
      g_string_append_c (groups, code[i]);
    }

  return g_string_free (groups, FALSE);
}
