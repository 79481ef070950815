/* The MAC of a seal, under the appliance's key for tags.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-seal-key.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-mac.h"

static guint64
compute_mac (const MskKey *key, const MskSeal *seal)
{
  char body[MSK_SEAL_BODY_LENGTH + 1];

  msk_seal_write_body (seal, body);
  return msk_mac_compute (key, body, MSK_SEAL_BODY_LENGTH);
}

void
msk_seal_key_sign (const MskKey *key, MskSeal *seal)
{
  g_return_if_fail (key != NULL && seal != NULL);

  seal->mac = compute_mac (key, seal);
}

gboolean
msk_seal_key_check (const MskKey *key, const MskSeal *seal, GError **error)
{
  g_return_val_if_fail (key != NULL && seal != NULL, FALSE);

  if (msk_mac_equal (compute_mac (key, seal), seal->mac))
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_FORGED_TAG,
                       _ ("This seal was not made by this appliance, or was misread: scan it "
                          "again; if it stays, keep the sheet and tell the security officer."));
  return FALSE;
}
