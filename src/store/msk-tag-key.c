/* The appliance's key for tags: it makes the MAC of a tag and tells a genuine one from a forged
 * one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-tag-key.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-mac.h"

static guint64
compute_mac (const MskKey *key, const MskTag *tag)
{
  char body[MSK_TAG_BODY_LENGTH + 1];

  msk_tag_write_body (tag, body);
  return msk_mac_compute (key, body, MSK_TAG_BODY_LENGTH);
}

void
msk_tag_key_sign (const MskKey *key, MskTag *tag)
{
  g_return_if_fail (key != NULL && tag != NULL);

  tag->mac = compute_mac (key, tag);
}

gboolean
msk_tag_key_check (const MskKey *key, const MskTag *tag, GError **error)
{
  g_return_val_if_fail (key != NULL && tag != NULL, FALSE);

  if (msk_mac_equal (compute_mac (key, tag), tag->mac))
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_FORGED_TAG,
                       _ ("This tag was not made by this appliance, or was misread: scan it again; "
                          "if it stays, keep the sheet and "
                          "tell the security officer."));
  return FALSE;
}
