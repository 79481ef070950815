/* Reads whatever a scanner may send as a tag.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz-target.h"
#include "msk-error.h"
#include "msk-tag.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *code = g_strndup ((const char *) data, size);
  g_autofree char *groups = msk_tag_dup_groups (code);
  g_autoptr(GError) error = NULL;
  MskTag tag = { 0 };
  MskTag again = { 0 };
  char written[MSK_TAG_LENGTH + 1];

  g_assert_cmpuint (strlen (groups), ==,
                    strlen (code) + (strlen (code) > 0 ? (strlen (code) - 1) / 5 : 0));

  if (!msk_tag_parse (code, &tag, &error))
    {
      g_assert_true (g_error_matches (error, MSK_RULE_ERROR, MSK_RULE_ERROR_FOREIGN_CODE) ||
                     g_error_matches (error, MSK_RULE_ERROR, MSK_RULE_ERROR_CUT_CODE));
      g_assert_cmpint (tag.serial, ==, 0);
      return 0;
    }

  /* What was read is written as it stood, but for blanks. */
  msk_tag_write (&tag, written);
  g_assert_cmpuint (strlen (written), ==, MSK_TAG_LENGTH);
  g_assert_true (msk_tag_parse (written, &again, NULL));
  g_assert_true (tag.kind == again.kind && tag.serial == again.serial && tag.page == again.page &&
                 tag.mac == again.mac);

  return 0;
}
