/* The form that takes a PDF in as a paper of the meeting, as a revision of one or an attachment.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"
#include "msk-paper.h"

G_BEGIN_DECLS

#define MSK_TYPE_PAPER_FORM (msk_paper_form_get_type ())
G_DECLARE_FINAL_TYPE (MskPaperForm, msk_paper_form, MSK, PAPER_FORM, MskForm)

/* Opens it over the page's window, for a file that was read. */
void msk_paper_form_open (MskPage *page, GBytes *file);

/* The same for the next revision of a paper, saying what becomes of its copies. revised is called
 * when it is done and what had to be told was told. */
typedef void (*MskPaperRevised) (MskPage *page, gint64 old_id);
void msk_paper_form_open_revision (MskPage *page,
                                   MskPaper *old,
                                   GBytes *file,
                                   MskPaperRevised revised);

/* The same for an attachment of a paper. */
void msk_paper_form_open_attachment (MskPage *page, MskPaper *parent, GBytes *file);

G_END_DECLS
