/* A page that is one table of what is open, or of all, with at most one row selected.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cells.h"
#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_LIST_PAGE (msk_list_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MskListPage, msk_list_page, MSK, LIST_PAGE, MskPage)

struct _MskListPageClass
{
  MskPageClass parent_class;

  GType item_type;
  const MskColumn *columns;
  guint n_columns;

  /* What the session has (of the type of the items); the caller owns the array. */
  GPtrArray *(*read) (MskSession *session, gboolean only_open, GError **error);

  GEqualFunc is_same; /* whether a row that shows one item shows the other too */

  /* The list was read, or another row is selected: what may be done now? */
  void (*apply_state) (MskListPage *self);
};

/* The template of a page, in class_init: it has the check button "all_button", the stack "stack"
 * with "list" and "none", and the table "view". A page binds what else it needs, and fills in the
 * rest of the class. */
void msk_list_page_class_set_template (MskListPageClass *klass, const char *resource);

/* In the init of a page, instead of gtk_widget_init_template(). */
void msk_list_page_init_template (MskListPage *self);

/* What is selected, or NULL. Lent. */
gpointer msk_list_page_get_selected (MskListPage *self);

G_END_DECLS
