/* A form over the window: fields, one button that does it, and the reason when it is refused.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_FORM (msk_form_get_type ())
G_DECLARE_DERIVABLE_TYPE (MskForm, msk_form, MSK, FORM, AdwWindow)

/* Properties: "page" (construct-only: the page that asked), "verb" (the word on the button), "body"
 * (the fields). */
struct _MskFormClass
{
  AdwWindowClass parent_class;

  /* Does it. TRUE closes the form; FALSE with an error shows why not; FALSE without one means that
   * msk_form_finish() is called later. */
  gboolean (*apply) (MskForm *self, GError **error);
};

MskPage *msk_form_get_page (MskForm *self);
MskSession *msk_form_get_session (MskForm *self);

/* For forms that do one thing after the other and stay: they are closed and not cancelled. */
void msk_form_set_staying (MskForm *self);

/* For forms with a table in them: wider, and as high from the start as they may become. */
void msk_form_set_wide (MskForm *self);

/* Long work has begun in apply: the fields rest until msk_form_finish(). */
void msk_form_begin_work (MskForm *self);

/* The same for what nobody can stop any more: the form stays until msk_form_finish(), or until the
 * kit is locked. */
void msk_form_begin_final_work (MskForm *self);

/* How far it is, 0 … 1, and in words. */
void msk_form_set_progress (MskForm *self, double share, const char *text);

/* FALSE once it was closed, or taken down by the lock. */
gboolean msk_form_is_open (MskForm *self);

/* The work is done (error NULL closes the form) or was refused. */
void msk_form_finish (MskForm *self, const GError *error);

/* The kit is locked: closes it. A form that asks before it is closed asks nothing then, since
 * nothing of it may be seen any more. */
void msk_form_abandon (MskForm *self);
gboolean msk_form_is_abandoned (MskForm *self);

/* Makes a form of a type for a page, over the page's window. Present it when it is filled in; GTK
 * owns it. */
GtkWidget *msk_form_new (GType type, MskPage *page);

G_END_DECLS
