/* The balance: every number that was allocated is somewhere (domain: the balance, after
 * ballot-paper accounts). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-balance.h"

#include <glib/gi18n-lib.h>

gboolean
msk_balance_holds (const MskBalance *self)
{
  guint64 sum = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint state = 0; state < MSK_COPY_N_STATES; state++)
    sum += self->counts[state];

  return !self->broken && sum == self->allocated &&
         self->reproductions_good <= self->reproductions_approved &&
         self->good - self->reproductions_good <= self->approved - self->reproductions_approved;
}

void
msk_balance_add (MskBalance *self, const MskBalance *other)
{
  g_return_if_fail (self != NULL && other != NULL);

  self->broken = self->broken || !msk_balance_holds (other);
  self->approved += other->approved;
  self->allocated += other->allocated;
  self->good += other->good;
  self->reproductions_approved += other->reproductions_approved;
  self->reproductions_good += other->reproductions_good;
  self->reproductions_live += other->reproductions_live;
  self->spoiled_sets += other->spoiled_sets;
  self->parts += other->parts;
  self->pages_missing += other->pages_missing;
  for (guint state = 0; state < MSK_COPY_N_STATES; state++)
    self->counts[state] += other->counts[state];
}

char *
msk_balance_dup_text (const MskBalance *self)
{
  GString *text;
  gboolean first = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%u number allocated",
                                       "%u numbers allocated", self->allocated),
                          self->allocated);

  for (guint state = 0; state < MSK_COPY_N_STATES; state++)
    {
      if (self->counts[state] == 0)
        continue;
      g_string_append_printf (text, "%s%u %s", first ? " = " : " + ", self->counts[state],
                              msk_copy_state_get_label ((MskCopyState) state));
      first = FALSE;
    }

  if (self->spoiled_sets > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "; %u set of spoiled sheets to destroy",
                                         "; %u sets of spoiled sheets to destroy",
                                         self->spoiled_sets),
                            self->spoiled_sets);
  if (self->parts > 0)
    {
      g_autofree char *copies =
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u copy back in part",
                                        "%u copies back in part", self->parts),
                           self->parts);

      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "; %s, %u page missing",
                                           "; %s, %u pages missing", self->pages_missing),
                              copies, self->pages_missing);
    }
  if (!msk_balance_holds (self))
    g_string_append_printf (text, " — %s", _ ("does not hold"));

  return g_string_free (text, FALSE);
}
