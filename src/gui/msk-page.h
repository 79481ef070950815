/* A page of the window: shows what a session reads, reads again when something was committed, and
 * may take scans. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "msk-session.h"

G_BEGIN_DECLS

#define MSK_TYPE_PAGE (msk_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MskPage, msk_page, MSK, PAGE, AdwBin)

/* Properties: "session" (construct-only), "busy" (long work is under way that must not be cut off
 * by an idle lock). */
struct _MskPageClass
{
  AdwBinClass parent_class;

  void (*refresh) (MskPage *self); /* reads again what is shown */
  gboolean (*take_scan) (MskPage *self,
                         const char *code); /* NULL, or FALSE: this page takes no scans (now) */
  void (*undo) (MskPage *self);   /* takes the newest verdict back; NULL where there are none */
  void (*forget) (MskPage *self); /* forgets the half that waits; NULL where there is none */
};

MskSession *msk_page_get_session (MskPage *self);

/* Whether the person signed in may do this. */
gboolean msk_page_may (MskPage *self, MskAct act);

/* Something was committed: the page reads again now if it is seen, else when it is next seen. */
void msk_page_invalidate (MskPage *self);

gboolean msk_page_take_scan (MskPage *self, const char *code);
void msk_page_undo (MskPage *self);
void msk_page_forget (MskPage *self);

/* Long work: begin gives what cancels it (lent); the page lives until end is called. */
GCancellable *msk_page_begin_work (MskPage *self);
void msk_page_end_work (MskPage *self);
gboolean msk_page_is_busy (MskPage *self);
void msk_page_cancel_work (MskPage *self);

/* FALSE once the page was taken down, as when the window was locked while its work went on: then
 * there is nothing left to show results in. */
gboolean msk_page_is_alive (MskPage *self);

G_END_DECLS
