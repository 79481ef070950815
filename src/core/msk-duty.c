/* The posts of a meeting, each of which has a duty card (P1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-duty.h"

#include <glib/gi18n-lib.h>

static const char *const labels[] = {
  [MSK_POST_NONE] = NULL,
  [MSK_POST_LEADER] = N_ ("leader"),
  [MSK_POST_SECRETARY] = N_ ("secretary or clerk"),
  [MSK_POST_STAFF] = N_ ("staff member"),
  [MSK_POST_PRINT_CLERK] = N_ ("print clerk"),
  [MSK_POST_DISPATCH_CLERK] = N_ ("dispatch clerk"),
  [MSK_POST_COMPUTER_OPERATOR] = N_ ("computer operator"),
  [MSK_POST_PERSONNEL_OFFICER] = N_ ("personnel officer"),
  [MSK_POST_DRIVER] = N_ ("driver"),
  [MSK_POST_SERVICE] = N_ ("service personnel"),
};

const char *
msk_post_get_label (MskPost post)
{
  g_return_val_if_fail (post < G_N_ELEMENTS (labels), "");

  return labels[post] == NULL ? "" : g_dgettext (GETTEXT_PACKAGE, labels[post]);
}

char *
msk_posts_dup_label (guint posts)
{
  GString *text;

  g_return_val_if_fail ((posts & ~MSK_POSTS_ALL) == 0, NULL);

  text = g_string_new (NULL);
  for (guint post = 1; post < G_N_ELEMENTS (labels); post++)
    if ((posts & (1u << post)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "",
                              msk_post_get_label ((MskPost) post));

  return g_string_free (text, FALSE);
}
