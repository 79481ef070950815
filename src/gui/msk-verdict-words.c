/* The words round a verdict, and which verdicts may still be taken back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-verdict-words.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-number.h"

char *
msk_verdict_words_dup_facts (MskVerdict *verdict)
{
  GString *facts;

  g_return_val_if_fail (MSK_IS_VERDICT (verdict), NULL);

  facts = g_string_new (NULL);
  if (verdict->number != 0)
    {
      g_autofree char *number = msk_copy_number_dup_text (verdict->number);

      g_string_append_printf (facts, _ ("Copy %s"), number);
      if (verdict->document_number[0] != '\0')
        g_string_append_printf (facts, _ (" of %s"), verdict->document_number);
      if (verdict->page != 0)
        g_string_append_printf (facts, _ (", page %u"), verdict->page);
    }
  if (verdict->carrier != 0)
    g_string_append_printf (facts, _ ("Carrier %04u: %s, %s"), verdict->carrier,
                            msk_carrier_kind_get_label (verdict->carrier_kind),
                            verdict->description);
  if (verdict->person[0] != '\0')
    {
      if (facts->len > 0)
        g_string_append (facts, " · ");
      g_string_append (facts, verdict->person);
      if (verdict->unit[0] != '\0')
        g_string_append_printf (facts, _ (", %s"), verdict->unit);
      if (verdict->standing[0] != '\0')
        g_string_append_printf (facts, " · %s", verdict->standing);
    }

  return g_string_free (facts, FALSE);
}

char *
msk_verdict_words_dup_balance (MskVerdict *verdict)
{
  g_autofree char *balance = NULL;

  g_return_val_if_fail (MSK_IS_VERDICT (verdict), NULL);

  balance = msk_balance_dup_text (&verdict->balance);
  if (verdict->carrier != 0)
    return g_strdup_printf (_ ("Balance of the carriers: %s"), balance);

  return g_strdup_printf (_ ("Balance of %s: %s"), verdict->document_number, balance);
}

gboolean
msk_verdict_words_offer_undo (GListModel *verdicts, guint position)
{
  g_autoptr(MskVerdict) verdict = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (verdicts), FALSE);

  verdict = g_list_model_get_item (verdicts, position);
  if (verdict == NULL || verdict->movement_id == 0)
    return FALSE;

  for (guint i = 0; i < position; i++)
    {
      g_autoptr(MskVerdict) newer = g_list_model_get_item (verdicts, i);

      if (newer->number == verdict->number && newer->carrier == verdict->carrier &&
          (newer->tone == MSK_TONE_DONE || newer->movement_id != 0))
        return FALSE;
    }

  return TRUE;
}

MskTyped
msk_verdict_words_read_typed (const char *text, guint *number)
{
  g_autofree char *bare = NULL;

  g_return_val_if_fail (text != NULL && number != NULL, MSK_TYPED_NOTHING);

  bare = g_strstrip (g_strdup (text));
  if (*bare == '\0')
    return MSK_TYPED_NOTHING;

  return msk_copy_number_parse (bare, number) ? MSK_TYPED_NUMBER : MSK_TYPED_CODE;
}
